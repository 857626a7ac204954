package org.unroll.core.ui;

import org.deeplearning4j.core.storage.StatsStorageRouter;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.unroll.core.engine.GradientReader;

/** DL4J's listener for its charts, that says which steps it draws. */
final class ChartListener extends StatsListener implements GradientReader {
  private static final long serialVersionUID = 1;

  private final int every;

  ChartListener(StatsStorageRouter storage, int every, String session, String worker) {
    super(storage, null, new ChartStatistics(every), session, worker);
    this.every = every;
  }

  @Override
  public boolean readsChanges(ComputationGraph graph) {
    return (graph.getIterationCount() + 1) % every == 0;
  }
}
