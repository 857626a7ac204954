package org.unroll.datasets.ridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Split;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.window.Experiment;
import org.unroll.datasets.window.FittedSeries;
import org.unroll.datasets.window.WindowBatches;
import org.unroll.datasets.window.Windows;

/**
 * Ridge regressions by kind of window, on a load that follows another rule in each half of a day.
 */
class LocalRidgeTest {
  private static final int DAYS = 60;

  @TempDir private Path folder;

  /** At night the next hour is like the last, by day it is its opposite. */
  private FittedSeries fitted(String calendar) throws IOException {
    Random random = new Random(3);
    StringBuilder rows = new StringBuilder("timestamp,load\n");
    double deviation = 0;
    for (int hour = 0; hour < DAYS * 24; hour++) {
      boolean night = hour % 24 < 12;
      deviation = (night ? 0.9 : -0.9) * deviation + random.nextGaussian();
      LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(hour);
      rows.append(time).append(',').append((night ? 0 : 20) + deviation).append('\n');
    }
    Path file = Files.writeString(folder.resolve("load.csv"), rows);
    Experiment experiment =
        new Experiment(
            """
            data: {source: %s, batch: 4, split: {fractions: [0.6, 0.2, 0.2]}}
            series: {targets: [load], future: [], calendar: [%s]}
            window: {past: 24, horizon: 1}
            """
                .formatted(file, calendar));
    split = experiment.read(Split.TEST);
    return experiment.fit(split);
  }

  private SplitSeries split;

  private LocalRidge fit(FittedSeries fitted) {
    return LocalRidgeFit.of(
        fitted.windows(split, Split.TRAIN),
        fitted.windows(split, Split.VALIDATION),
        Progress.SILENT);
  }

  private LocalRidge single(FittedSeries fitted) {
    double[] map = Ridge.weights(fitted.windows(split, Split.TRAIN), 0.01);
    float[] rounded = new float[map.length];
    for (int i = 0; i < map.length; i++) {
      rounded[i] = (float) map[i];
    }
    return new LocalRidge(0, 0.01, rounded, List.of());
  }

  @Test
  void eachHourHasItsOwnRule() throws IOException {
    FittedSeries fitted = fitted("hour");
    LocalRidge local = fit(fitted);
    Windows test = fitted.windows(split, Split.TEST);
    LocalRidge single = single(fitted);

    assertThat(local.choice()).contains("24 hours of the day");
    assertThat(Ridge.error(local, test)).isLessThan(0.8 * Ridge.error(single, test));
  }

  @Test
  void theHourIsFoundInTheDaysWithoutACalendar() throws IOException {
    FittedSeries fitted = fitted("");
    LocalRidge local = fit(fitted);
    Windows test = fitted.windows(split, Split.TEST);
    LocalRidge single = single(fitted);

    assertThat(local.choice()).contains("kinds of day").doesNotContain("hours");
    assertThat(Ridge.error(local, test)).isLessThan(0.95 * Ridge.error(single, test));
  }

  @Test
  void sharesSumToOneAndTheNearestKindHasMost() throws IOException {
    FittedSeries fitted = fitted("");
    Windows train = fitted.windows(split, Split.TRAIN);
    DayKinds kinds = DayKinds.of(train, 4, 1);

    assertThat(kinds.count()).isEqualTo(4);
    double[] shares = kinds.shares(train, 5);
    assertThat(Arrays.stream(shares).sum()).isEqualTo(1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(shares[kinds.kind(train, 5)]).isEqualTo(Arrays.stream(shares).max().orElseThrow());
  }

  @Test
  void aSavedOneForecastsTheSame() throws IOException {
    FittedSeries fitted = fitted("hour");
    LocalRidge local = fit(fitted);
    FittedForecast.of(fitted).with(local).save(folder);
    FittedForecast loaded = FittedForecast.load(folder, fitted.config());
    Windows test = fitted.windows(split, Split.TEST);

    assertThat(loaded.localRidge().orElseThrow().forecast(test, 7))
        .isEqualTo(local.forecast(test, 7));
  }

  @Test
  void refittedOnTheSameWindowsItIsTheSame() throws IOException {
    FittedSeries fitted = fitted("hour");
    LocalRidge local = fit(fitted);
    LocalRidge again =
        LocalRidgeFit.again(local, fitted.windows(split, Split.TRAIN), Progress.SILENT);
    Windows test = fitted.windows(split, Split.TEST);

    assertThat(again.choice()).isEqualTo(local.choice());
    assertThat(again.forecast(test, 7)).isDeepEqualTo(local.forecast(test, 7));
  }

  @Test
  void oneThreadAndFourFitTheSameToTheLastDigit() throws IOException {
    FittedSeries fitted = fitted("hour");

    assertThat(fittedBy(4, fitted)).isEqualTo(fittedBy(1, fitted));
  }

  /** What is fitted on the threads of a pool: those of a parallel stream are of where it starts. */
  private String fittedBy(int threads, FittedSeries fitted) throws IOException {
    Windows train = fitted.windows(split, Split.TRAIN);
    Windows validation = fitted.windows(split, Split.VALIDATION);
    Path file = folder.resolve("by-" + threads + ".json");
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      pool.submit(() -> fit(fitted)).join().save(file);
      Ridge ridge = pool.submit(() -> Ridge.fit(train, validation, Progress.SILENT)).join();
      assertThat(ridge.choice()).contains("hour of the day");
      return Files.readString(file) + Arrays.deepToString(ridge.forecast(train, 7));
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void theGraphReadsItScaled() throws IOException {
    FittedSeries fitted = fitted("");
    LocalRidge local = fit(fitted);
    Windows test = FittedForecast.of(fitted).with(local).windows(split, Split.TEST);
    INDArray input =
        WindowBatches.inOrder(test, List.of("local-ridge"), 8).get(0, 0).data().getFeatures(0);

    assertThat(input.shape()).containsExactly(8, 1, 1);
    double restored = test.scale(3, 0).restored(input.getDouble(3, 0, 0));
    assertThat(restored)
        .isCloseTo(local.forecast(test, 3)[0][0], org.assertj.core.data.Offset.offset(1e-4));
  }
}
