package org.unroll.core.app;

import java.util.Optional;
import java.util.OptionalInt;
import org.unroll.core.config.CompareConfig;
import org.unroll.core.config.Device;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.config.UiConfig;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.yaml.Auto;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

/**
 * The keys that the file of every app has.
 *
 * @param device where the net runs; never falls back silently
 * @param threads as many parts of a batch are computed at once; empty to measure what is fastest
 */
public record RunSettings(
    @Doc("Version of this file's form.") @Default("1") int format,
    @Doc("The app this file is for.") String app,
    GraphSpec graph,
    TrainConfig train,
    @Default("{}") UiConfig ui,
    @Doc("auto, cpu or cuda; a device that is not built in is an error.") @Default("auto")
        Device device,
    @Doc("Parts of a batch computed at once, a thread each; auto measures what is fastest.")
        @Default("auto")
        @Auto
        @Range(min = 1, max = 1024)
        OptionalInt threads,
    @Doc("Everything random in a run follows from it.") @Default("42") long seed,
    Optional<CompareConfig> compare) {}
