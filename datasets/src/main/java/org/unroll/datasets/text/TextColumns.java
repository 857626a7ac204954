package org.unroll.datasets.text;

import org.unroll.core.config.Default;
import org.unroll.core.config.Doc;

/** Which columns of a table hold the text and its class. */
@Doc("The columns of the user's table.")
public record TextColumns(
    @Doc("The column of the texts.") @Default("text") String text,
    @Doc("The column of the classes.") @Default("label") String label) {}
