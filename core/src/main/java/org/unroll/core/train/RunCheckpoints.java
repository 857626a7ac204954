package org.unroll.core.train;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.engine.Engine;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.ModelBundle.Companions;
import org.unroll.core.run.RunDirectory;

/** Keeps the best net in {@code model.zip} and the newest in {@code checkpoints/last.zip}. */
final class RunCheckpoints implements Checkpoints {
  private final RunDirectory run;
  private final ComputationGraph graph;
  private final Engine engine;
  private final Companions companions;

  RunCheckpoints(RunDirectory run, ComputationGraph graph, Engine engine, Companions companions) {
    this.run = run;
    this.graph = graph;
    this.engine = engine;
    this.companions = companions;
  }

  @Override
  public void best(TrainingState state) {
    ModelBundle.write(run.model(), graph, companions, state);
  }

  @Override
  public void last(TrainingState state) {
    Companions all = companions.withStream(engine.streamState());
    ModelBundle.write(run.lastCheckpoint(), graph, all, state);
  }
}
