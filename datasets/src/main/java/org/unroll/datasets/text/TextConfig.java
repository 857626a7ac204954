package org.unroll.datasets.text;

import java.util.OptionalInt;
import org.unroll.core.config.Default;
import org.unroll.core.config.Doc;
import org.unroll.core.config.Range;

@Doc("How texts become word numbers.")
public record TextConfig(
    @Doc("word, whitespace or char.") @Default("word") Tokenizer tokenizer,
    @Doc("Rarer words of the training texts are unknown.") @Default("1") @Range(min = 1)
        int minCount,
    @Doc("Largest vocabulary; the most frequent words stay.") @Range(min = 3)
        OptionalInt maxSize) {}
