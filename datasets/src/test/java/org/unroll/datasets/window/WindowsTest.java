package org.unroll.datasets.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Split;
import org.unroll.datasets.ridge.Ridge;
import org.unroll.datasets.series.SplitSeries;

/** Which windows there are, and what stands in their arrays. */
class WindowsTest {
  private static final List<String> INPUTS = List.of("past", "future", "previous");

  @TempDir private Path folder;

  /** Load h at hour h, temperature 100 + h, on 1 January 2024 and after. */
  private Experiment experiment(String load, int hours, String more) throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,load,temperature\n");
    for (int hour = 0; hour < hours; hour++) {
      String value = load.isEmpty() || hour != Integer.parseInt(load) ? "" + hour : "";
      rows.append(
          "2024-01-%02d %02d:00,%s,%d%n".formatted(1 + hour / 24, hour % 24, value, 100 + hour));
    }
    Path file = Files.writeString(folder.resolve("load.csv"), rows);
    return new Experiment(
        """
        data: {source: %s, batch: 4, split: {steps: [20, 10, 10]}}
        series: {targets: [load], future: [temperature], repair: {gaps: mask}}
        window: {past: 4, horizon: 3%s}
        """
            .formatted(file, more));
  }

  private static Windows windows(Experiment experiment, Split part) {
    SplitSeries split = experiment.read(Split.TEST);
    return experiment.fit(split).windows(split, part);
  }

  private static double[] firstTruths(Windows windows) {
    double[] first = new double[windows.size()];
    Arrays.setAll(first, i -> windows.truth(i, 0)[0]);
    return first;
  }

  @Test
  void targetsLieWhollyInTheirSplitAndThePastMayReachBack() throws IOException {
    Experiment experiment = experiment("", 40, "");

    assertThat(firstTruths(windows(experiment, Split.TRAIN)))
        .containsExactly(4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
    assertThat(firstTruths(windows(experiment, Split.VALIDATION)))
        .containsExactly(20, 21, 22, 23, 24, 25, 26, 27);
    assertThat(firstTruths(windows(experiment, Split.TEST)))
        .containsExactly(30, 31, 32, 33, 34, 35, 36, 37);
    assertThat(windows(experiment, Split.TEST).past(0, 0)).containsExactly(26, 27, 28, 29);
  }

  @Test
  void gapAndStrideAreCountedInSteps() throws IOException {
    Experiment experiment = experiment("", 40, ", gap: 2, stride: 3");
    Windows test = windows(experiment, Split.TEST);

    assertThat(firstTruths(test)).containsExactly(30, 33, 36);
    assertThat(test.past(0, 0)).containsExactly(24, 25, 26, 27);
    assertThat(test.label(0, 0)).isEqualTo("2024-01-02T06:00");
  }

  @Test
  void scalesComeFromTheTrainingSpanAlone() throws IOException {
    Windows test = windows(experiment("", 40, ""), Split.TEST);

    assertThat(test.scale(0, 0).mean()).isEqualTo(9.5);
    assertThat(test.scale(0, 0).deviation()).isEqualTo(Math.sqrt((400 - 1) / 12.0));
    Windows own = windows(experiment("", 40, ", scaling: window"), Split.TEST);
    assertThat(own.scale(0, 0)).isEqualTo(new Scale(27.5, Math.sqrt(1.25)));
    Windows last = windows(experiment("", 40, ", scaling: last"), Split.TEST);
    assertThat(last.scale(0, 0).mean()).isEqualTo(29);
  }

  @Test
  void arraysHoldTheWindowStepByStep() throws IOException {
    Windows test = windows(experiment("", 40, ", scaling: last"), Split.TEST);
    MultiDataSet batch = WindowBatches.inOrder(test, INPUTS, 8).get(0, 0).data();
    double unit = test.scale(0, 0).deviation();

    assertThat(batch.getFeatures(0).shape()).containsExactly(8, 2, 4);
    assertThat(batch.getFeatures(1).shape()).containsExactly(8, 2, 3);
    assertThat(batch.getFeatures(2).shape()).containsExactly(8, 1, 3);
    assertThat(batch.getLabels(0).shape()).containsExactly(8, 1, 3);
    for (int step = 0; step < 3; step++) { // window 5: known up to 34, forecasts 35 to 37
      assertThat(batch.getLabels(0).getDouble(5, 0, step) * unit).isCloseTo(step + 1, within());
      assertThat(batch.getFeatures(2).getDouble(5, 0, step) * unit).isCloseTo(step, within());
      assertThat(batch.getFeatures(1).getDouble(5, 0, step) * unit)
          .isCloseTo(35 + step - 9.5, within());
      assertThat(batch.getFeatures(1).getDouble(5, 1, step)).isCloseTo(step / 2.0, within());
    }
    assertThat(batch.getFeatures(0).getDouble(5, 0, 0) * unit).isCloseTo(-3, within());
    assertThat(batch.getFeatures(0).getDouble(5, 1, 3) * unit).isCloseTo(34 - 9.5, within());
    assertThat(batch.getFeaturesMaskArrays()).isNull();
    assertThat(batch.getLabelsMaskArrays()).isNull();
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-5);
  }

  @Test
  void whatIsMissingIsMaskedAndZero() throws IOException {
    Windows test = windows(experiment("32", 40, ""), Split.TEST);
    MultiDataSet batch = WindowBatches.inOrder(test, INPUTS, 8).get(0, 0).data();

    assertThat(batch.getLabelsMaskArray(0).toFloatMatrix()[0]).containsExactly(1, 1, 0);
    assertThat(batch.getLabelsMaskArray(0).toFloatMatrix()[3]).containsExactly(1, 1, 1);
    assertThat(batch.getFeaturesMaskArray(0).toFloatMatrix()[3]).containsExactly(1, 1, 1, 0);
    assertThat(batch.getFeatures(0).getFloat(3, 1, 3)).isZero();
    assertThat(batch.getFeaturesMaskArray(1)).isNull();
    assertThat(firstTruths(test)).hasSize(8);
  }

  @Test
  void anEpochDependsOnSeedAndNumberAlone() throws IOException {
    Windows train = windows(experiment("", 40, ""), Split.TRAIN);
    WindowBatches one = WindowBatches.shuffled(train, INPUTS, new WindowBatches.Drawing(4, 10, 7));
    WindowBatches two = WindowBatches.shuffled(train, INPUTS, new WindowBatches.Drawing(4, 10, 7));

    assertThat(one.size()).isEqualTo(3);
    assertThat(one.examples()).isEqualTo(10);
    one.get(0, 1);
    assertThat(examples(one, 3)).isEqualTo(examples(two, 3)).doesNotHaveDuplicates().hasSize(10);
    assertThat(examples(one, 4)).isNotEqualTo(examples(two, 3));
  }

  private static List<Integer> examples(WindowBatches batches, int epoch) {
    List<Integer> all = new java.util.ArrayList<>();
    for (int n = 0; n < batches.size(); n++) {
      Batch batch = batches.get(epoch, n);
      Arrays.stream(batch.examples()).forEach(all::add);
    }
    return all;
  }

  @Test
  void missingFutureCovariatesAreNamedWithTheirHours() throws IOException {
    Experiment experiment = experiment("", 40, "");
    SplitSeries split = experiment.read(Split.TEST);
    FittedSeries fitted = experiment.fit(split);

    assertThatThrownBy(() -> fitted.tail(split.series().get(0)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'temperature' at 3 of the hours: 2024-01-02T16:00")
        .hasMessageContaining("2024-01-02T18:00");
  }

  @Test
  void theNaiveForecastsSayWhatWas() throws IOException {
    Windows test = windows(experiment("", 40, ""), Split.TEST);

    assertThat(new SeasonalNaive(1).forecast(test, 0)[0]).containsExactly(29, 29, 29);
    assertThat(new SeasonalNaive(24).forecast(test, 0)[0]).containsExactly(6, 7, 8);
    assertThat(new SeasonalNaive(2).forecast(test, 0)[0]).containsExactly(28, 29, 28);
    assertThat(new SeasonalNaive(2).error(new double[] {1, 5, 3, 9}, 4)).isEqualTo(3);
  }

  @Test
  void ridgeFindsALine() throws IOException {
    Experiment experiment = experiment("", 40, "");
    Ridge ridge =
        Ridge.fit(
            windows(experiment, Split.TRAIN),
            windows(experiment, Split.VALIDATION),
            Progress.SILENT);

    double[] forecast = ridge.forecast(windows(experiment, Split.TEST), 0)[0];
    assertThat(forecast[0]).isCloseTo(30, org.assertj.core.data.Offset.offset(0.1));
    assertThat(forecast[2]).isCloseTo(32, org.assertj.core.data.Offset.offset(0.1));
  }
}
