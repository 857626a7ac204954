package org.unroll.datasets.text;

import org.unroll.core.config.Default;
import org.unroll.core.config.Doc;

@Doc("Names of the columns (JSON keys) to read.")
public record TextColumns(
    @Doc("The text.") @Default("text") String text,
    @Doc("Its class.") @Default("label") String label) {}
