package org.unroll.core.train;

import org.unroll.core.app.Net;
import org.unroll.core.engine.Engine;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.ModelBundle.Extras;
import org.unroll.core.run.RunDirectory;

/** Keeps the best net in {@code model.zip} and the newest in {@code checkpoints/last.zip}. */
final class RunCheckpoints implements Checkpoints {
  private final RunDirectory run;
  private final Net net;
  private final Engine engine;
  private final Extras extras;

  RunCheckpoints(RunDirectory run, Net net, Engine engine, Extras extras) {
    this.run = run;
    this.net = net;
    this.engine = engine;
    this.extras = extras;
  }

  @Override
  public void best(TrainingState state) {
    ModelBundle.write(run.model(), net.graph(), extras, state);
  }

  @Override
  public void last(TrainingState state) {
    Extras all = extras.withStream(engine.carried());
    ModelBundle.write(run.lastCheckpoint(), net.graph(), all, state);
  }
}
