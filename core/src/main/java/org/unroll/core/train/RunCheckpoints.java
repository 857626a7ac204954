package org.unroll.core.train;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.ModelBundle.Extras;
import org.unroll.core.run.RunDirectory;

/** Keeps the best net in {@code model.zip} and the newest in {@code checkpoints/last.zip}. */
final class RunCheckpoints implements Checkpoints {
  private final RunDirectory run;
  private final ComputationGraph graph;
  private final Extras extras;

  RunCheckpoints(RunDirectory run, ComputationGraph graph, Extras extras) {
    this.run = run;
    this.graph = graph;
    this.extras = extras;
  }

  @Override
  public void best(TrainingState state) {
    ModelBundle.write(run.model(), graph, extras, state);
  }

  @Override
  public void last(TrainingState state) {
    ModelBundle.write(run.lastCheckpoint(), graph, extras, state);
  }
}
