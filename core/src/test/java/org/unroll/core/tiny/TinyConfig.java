package org.unroll.core.tiny;

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

@Doc("Which of two pulses came first.")
record TinyConfig(
    @Doc("Version of this file's form.") @Default("1") int format,
    @Doc("The app this file is for.") String app,
    @Doc("Training examples.") @Default("24") @Range(min = 4) int examples,
    @Doc("Epoch from which on the features are no numbers, from 0.") @Default("100000") int poison,
    @Doc("Longs held on the Java heap.") @Default("0") int ballast,
    GraphSpec graph,
    TrainConfig train,
    @Default("{}") UiConfig ui,
    @Doc("auto, cpu or cuda.") @Default("auto") Device device,
    @Doc("Threads of the native code.") @Default("1") @Auto OptionalInt threads,
    @Doc("Everything random in a run follows from it.") @Default("42") long seed)
    implements RunConfig {}
