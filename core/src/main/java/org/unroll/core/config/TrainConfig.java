package org.unroll.core.config;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("The training loop.")
public record TrainConfig(
    @Doc("Passes over the training data.") @Range(min = 1, max = 100_000) int epochs,
    UpdaterConfig updater,
    Optional<ScheduleConfig> schedule,
    @Doc(
            "Largest norm of the gradient of the mean loss; larger gradients are scaled down"
                + " (Pascanu et al. 2013).")
        @Range(above = 0)
        OptionalDouble clipNorm,
    @Doc("Truncated back-propagation through time over this many steps.") @Range(min = 1)
        OptionalInt tbptt,
    EarlyStopConfig earlyStop,
    @Doc(
            "Once the best epoch is known, train anew on train and validation together for as many"
                + " epochs; that net is kept and tested.")
        @Default("false")
        boolean refit,
    Optional<EngineConfig> engine) {}
