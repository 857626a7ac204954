package org.unroll.core.train;

import org.unroll.core.UserError;
import org.unroll.core.config.EngineConfig;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.engine.Averaging;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;

/** The engine that a config asks for. */
final class Engines {
  private Engines() {}

  /** Whose numbers do not hang on who computes: without the other processes, this one does. */
  static Engine of(TrainConfig config, Replicas replicas, TrainOptions options) {
    if (config.engine().isEmpty()) {
      return Engine.local(replicas, config.clipNorm());
    }
    if (Backend.isCuda()) {
      throw new UserError(
          "train.engine: several processes train on processors, and this build is for a GPU: build without -Pcuda, or remove train.engine");
    }
    EngineConfig engine = config.engine().get();
    if (!engine.averagesGradients()) {
      return Engine.averaging(replicas, config.clipNorm(), averaging(engine), options.group());
    }
    return options
        .group()
        .map(group -> Engine.of(replicas, config.clipNorm(), group))
        .orElseGet(() -> Engine.local(replicas, config.clipNorm()));
  }

  private static Averaging averaging(EngineConfig engine) {
    return switch (engine.split()) {
      case ROWS -> Averaging.ofRows(engine.workers(), engine.averageEvery());
      case BATCHES -> Averaging.ofBatches(engine.workers(), engine.averageEvery());
    };
  }

  /** Processes that train together. */
  static int workers(TrainConfig config) {
    return config.engine().map(EngineConfig::workers).orElse(1);
  }

  /** Of this process, in a run with an engine of several. */
  static Threads threads(EngineConfig engine) {
    return engine.averagesGradients() ? new Threads(engine.workers(), 1) : Threads.ONE;
  }
}
