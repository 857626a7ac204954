package org.unroll.core.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.storage.FileStatsStorage;

/** A point of the score chart of DL4J's page. */
public record ChartPoint(int iteration, double score) {
  /** The points of a run's {@code stats.dl4j}, as the page reads them. */
  public static List<ChartPoint> stored(Path run) throws IOException {
    StatsStorage storage = new FileStatsStorage(run.resolve("stats.dl4j").toFile());
    try {
      List<ChartPoint> points = new ArrayList<>();
      for (String session : storage.listSessionIDs()) {
        for (String type : storage.listTypeIDsForSession(session)) {
          for (Persistable update : storage.getAllUpdatesAfter(session, type, 0)) {
            StatsReport report = (StatsReport) update;
            points.add(new ChartPoint(report.getIterationCount(), report.getScore()));
          }
        }
      }
      return points;
    } finally {
      storage.close();
    }
  }
}
