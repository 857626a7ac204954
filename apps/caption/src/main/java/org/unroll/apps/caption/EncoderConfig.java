package org.unroll.apps.caption;

import java.util.Optional;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc(
    "A net that comes first: it learns which words the captions of a picture hold, then what a node of it gives is kept of every picture, and graph reads that: regions if it is a picture, else features.")
record EncoderConfig(
    GraphSpec graph,
    @Doc("The node of its graph whose output is kept.") String features,
    @Doc("So many of the most frequent words are told apart.")
        @Default("1000")
        @Range(min = 1, max = 100_000)
        int words,
    @Doc("Pictures in a batch.") @Default("64") @Range(min = 1, max = 100_000) int batch,
    @Doc("How it is trained; without it the net stays as it begins, such as a pretrained one.")
        Optional<TrainConfig> train) {}
