package org.unroll.datasets.text;

import org.unroll.core.config.Default;
import org.unroll.core.config.Doc;

@Doc("Names of the columns (JSON keys) to read.")
public record PairColumns(
    @Doc("The sentence.") @Default("source") String source,
    @Doc("Its translation.") @Default("target") String target) {}
