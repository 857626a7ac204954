package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.data.Split;
import org.unroll.datasets.series.SplitSeries.Cut;
import org.unroll.datasets.window.Experiment;

class RollingOriginsTest {
  private static final int HOURS = 20;

  @TempDir private Path folder;

  private Cut cut(String origin) throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,load\n");
    for (int hour = 0; hour < HOURS; hour++) {
      rows.append("2024-01-01 %02d:00,%d%n".formatted(hour, hour));
    }
    Path file = folder.resolve("load.csv");
    Files.writeString(file, rows);
    Experiment experiment =
        new Experiment(
            """
            data: {source: %s, batch: 4, split: {last: [3, 4], origins: 3%s}}
            series: {targets: [load]}
            window: {past: 2, horizon: 1}
            """
                .formatted(file, origin));
    return experiment.read(Split.TEST).parts().get(0);
  }

  @Test
  void eachIsTestedOnTheStepsAfterThoseOfTheOneBefore() throws IOException {
    assertThat(List.of(cut(", origin: 1"), cut(", origin: 2"), cut(", origin: 3")))
        .containsExactly(new Cut(5, 8, 12), new Cut(9, 12, 16), new Cut(13, 16, 20));
  }

  @Test
  void withoutANameItIsTheLast() throws IOException {
    assertThat(cut("")).isEqualTo(new Cut(13, 16, HOURS));
  }
}
