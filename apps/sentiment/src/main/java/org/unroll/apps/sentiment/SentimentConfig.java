package org.unroll.apps.sentiment;

import java.util.OptionalInt;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.Device;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.config.UiConfig;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.yaml.Auto;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.labelled.TextData;
import org.unroll.datasets.text.TextConfig;

@Doc("Text to class: one label for a whole text.")
record SentimentConfig(
    @Doc("Version of this file's form.") @Default("1") int format,
    @Doc("The app this file is for.") String app,
    TextData data,
    TextConfig text,
    GraphSpec graph,
    TrainConfig train,
    @Default("{}") UiConfig ui,
    @Doc("auto, cpu or cuda; a device that is not built in is an error.") @Default("auto")
        Device device,
    @Doc("Threads of the native code; auto measures what is fastest when training begins.")
        @Default("auto")
        @Auto
        @Range(min = 1, max = 1024)
        OptionalInt threads,
    @Doc("Everything random in a run follows from it.") @Default("42") long seed)
    implements RunConfig {}
