package org.unroll.datasets.lab;

import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("How many examples of a task are drawn.")
public record Draws(
    @Doc("Training examples of an epoch.") @Default("10000") @Range(min = 1, max = 10_000_000)
        int examples,
    @Doc("Examples of the validation part, and as many of the test part.")
        @Default("1000")
        @Range(min = 1, max = 1_000_000)
        int heldOut,
    @Doc("Examples in a batch.") @Default("50") @Range(min = 1, max = 1_000_000) int batch,
    @Doc(
            "Draw other training examples in each epoch, as the papers do; false draws one set, which is seen again and again.")
        @Default("true")
        boolean fresh) {}
