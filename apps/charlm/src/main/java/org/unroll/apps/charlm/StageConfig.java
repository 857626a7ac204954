package org.unroll.apps.charlm;

import java.util.List;
import java.util.Optional;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("What the net writes while it is trained, to be read in the report.")
record StageConfig(
    @Doc("Iterations after which a text is kept, beside one after each epoch.")
        @Default("[1, 100, 300, 1000, 3000]")
        @Range(min = 1)
        List<Integer> at,
    @Doc("Symbols of it.") @Default("300") @Range(min = 1, max = 10_000) int length,
    @Doc("What it goes on from; without it, the beginning of a line.") Optional<String> prompt) {}
