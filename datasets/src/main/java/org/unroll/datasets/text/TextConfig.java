package org.unroll.datasets.text;

import java.util.OptionalInt;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("How texts become word numbers.")
public record TextConfig(
    @Doc("word, plain (no marks), whitespace or char.") @Default("word") Tokenizer tokenizer,
    @Doc("Rarer words of the training texts are unknown.") @Default("1") @Range(min = 1)
        int minCount,
    @Doc("Largest vocabulary; the most frequent words stay.") @Range(min = 3)
        OptionalInt maxSize) {}
