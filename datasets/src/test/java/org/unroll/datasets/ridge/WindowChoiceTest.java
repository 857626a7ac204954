package org.unroll.datasets.ridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.window.Experiment;
import org.unroll.datasets.window.Scaling;
import org.unroll.datasets.window.WindowConfig;
import org.unroll.datasets.window.WindowShape;

class WindowChoiceTest {
  private static final int WEEK = 168;
  private static final int HOURS = 50 * WEEK;

  @TempDir private Path folder;

  /** Each week is rather the opposite of the one before, and no day tells of another. */
  private Path weeks() throws IOException {
    Random random = new Random(1);
    double[] week = random.doubles(WEEK, -10, 10).toArray();
    StringBuilder rows = new StringBuilder("timestamp,load\n");
    for (int hour = 0; hour < HOURS; hour++) {
      week[hour % WEEK] = 5 * random.nextGaussian() - 0.8 * week[hour % WEEK];
      LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(hour);
      rows.append(time).append(',').append(week[hour % WEEK]).append('\n');
    }
    return Files.writeString(folder.resolve("load.csv"), rows);
  }

  @Test
  void aWeekIsTriedWhereSomeDaysTellNoMoreThanOne() throws IOException {
    Experiment experiment =
        new Experiment(
            """
            data: {source: %s, batch: 4, split: {fractions: [0.6, 0.2, 0.2]}}
            series: {targets: [load], future: [], calendar: []}
            window: {past: 24, horizon: 12}
            """
                .formatted(weeks()));
    SplitSeries split = experiment.read(Split.TEST);
    WindowConfig open =
        new WindowConfig(OptionalInt.empty(), 12, 0, 1, 1, Scaling.TRAIN, List.of());
    DataAccess access = new DataAccess(true, experiment.notices::add);

    WindowShape chosen = WindowChoice.fit(experiment.config(), open, split, access).window();

    assertThat(chosen.past()).isEqualTo(WEEK);
    assertThat(experiment.notices).anyMatch(notice -> notice.contains("windows see 168 steps"));
  }
}
