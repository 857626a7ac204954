package org.unroll.core.ui;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.core.storage.StatsStorageRouter;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.mapdb.DBException;
import org.unroll.core.engine.GradientReader;
import org.unroll.core.run.UnwritableFile;

/** DL4J's listener for its charts, that says which steps it draws. */
final class ChartListener extends StatsListener implements GradientReader {
  private static final long serialVersionUID = 1;

  /** Free bytes of a disk that is as good as full. */
  private static final long FULL = 1 << 20;

  private final int every;
  private final Path file;
  private boolean damaged;

  /**
   * @param file of the storage
   */
  ChartListener(StatsStorageRouter storage, Path file, int every, String session) {
    super(storage, null, new ChartStatistics(every), session, TrainingUi.WORKER);
    this.every = every;
    this.file = file;
  }

  /**
   * A store that a full disk has torn reports whatever it finds first; one that was torn before is
   * found to be when something is added at that place, and takes no more then.
   */
  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    if (damaged) {
      return;
    }
    try {
      super.iterationDone(model, iteration, epoch);
    } catch (DBException e) {
      if (file.toFile().getUsableSpace() < FULL) {
        throw new UnwritableFile(file, new IOException("no space left", e));
      }
      if (!(e instanceof DBException.DataCorruption)) {
        throw e;
      }
      damaged = true;
      System.err.println(
          file + " is damaged: no charts are stored from here on, the training goes on");
    }
  }

  @Override
  public boolean readsChanges(ComputationGraph graph) {
    return (graph.getIterationCount() + 1) % every == 0;
  }
}
