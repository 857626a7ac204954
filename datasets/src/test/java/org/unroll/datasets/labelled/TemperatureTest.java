package org.unroll.datasets.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.metric.Classification;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.LabelSets;

/** Logits that are too large by a known factor. */
class TemperatureTest {
  private static final int EXAMPLES = 4_000;
  private static final List<String> NAMES = List.of("a", "b", "c");

  private final Random random = new Random(1);
  private final int[] truth = new int[EXAMPLES];

  /** What a net says that exaggerates, rounded as nets round. */
  private double[][] classes(double factor) {
    double[][] said = new double[EXAMPLES][NAMES.size()];
    for (int i = 0; i < EXAMPLES; i++) {
      double[] logits = random.doubles(NAMES.size(), -2, 2).toArray();
      truth[i] = drawn(new Temperature(1 / 0.999).classes(softmax(logits, 1)));
      double[] row = softmax(logits, factor);
      Arrays.setAll(said[i], c -> (float) row[c]);
    }
    return said;
  }

  private static double[] softmax(double[] logits, double factor) {
    double[] row = Arrays.stream(logits).map(each -> Math.exp(factor * each)).toArray();
    double sum = Arrays.stream(row).sum();
    return Arrays.stream(row).map(each -> each / sum).toArray();
  }

  private int drawn(double[] shares) {
    double left = random.nextDouble();
    int number = 0;
    while (number < shares.length - 1 && left >= shares[number]) {
      left -= shares[number++];
    }
    return number;
  }

  private Evaluation scores(double[][] rows) {
    return Classification.evaluate(truth, rows, NAMES);
  }

  @Test
  void aNetThatExaggeratesIsTakenBackAndAnswersTheSame() {
    for (double factor : new double[] {0.5, 1, 3, 12}) {
      double[][] said = classes(factor);
      Temperature fitted = Temperature.ofClasses(truth, said);
      double[][] mended = Arrays.stream(said).map(fitted::classes).toArray(double[][]::new);

      assertThat(fitted.temperature()).isCloseTo(factor, within(0.08 * factor));
      assertThat(Classification.mostProbable(mended)).isEqualTo(Classification.mostProbable(said));
      assertThat(scores(mended).metrics().get("log-loss"))
          .isLessThan(scores(said).metrics().get("log-loss") + 1e-4);
      assertThat(Arrays.stream(mended[0]).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void labelsAreTakenBackTooAndStayOnTheirSide() {
    double[][] said = new double[EXAMPLES][2];
    boolean[][] sets = new boolean[EXAMPLES][2];
    for (int i = 0; i < EXAMPLES; i++) {
      for (int label = 0; label < 2; label++) {
        double logit = 2 * random.nextGaussian();
        sets[i][label] = random.nextDouble() < 1 / (1 + Math.exp(-logit));
        said[i][label] = (float) (1 / (1 + Math.exp(-4 * logit))); // 1 of the largest
      }
    }
    Temperature fitted = Temperature.ofLabels(numbers(sets), said);
    double[][] mended = Arrays.stream(said).map(fitted::labels).toArray(double[][]::new);

    assertThat(fitted.temperature()).isCloseTo(4, within(0.3));
    var before = LabelSets.evaluate(sets, said, List.of("a", "b"), 0.5).metrics();
    var after = LabelSets.evaluate(sets, mended, List.of("a", "b"), 0.5).metrics();
    assertThat(after.get("log-loss")).isLessThan(before.get("log-loss"));
    assertThat(after.get("micro-f1")).isEqualTo(before.get("micro-f1"));
  }

  private static int[][] numbers(boolean[][] sets) {
    int[][] numbers = new int[sets.length][];
    for (int i = 0; i < sets.length; i++) {
      boolean[] set = sets[i];
      numbers[i] = java.util.stream.IntStream.range(0, set.length).filter(l -> set[l]).toArray();
    }
    return numbers;
  }

  @Test
  void aNetWithoutAMistakeIsNotInfallible() {
    double[][] said = new double[20][];
    int[] right = new int[20];
    Arrays.setAll(said, i -> new double[] {0.9, 0.1});
    Temperature fitted = Temperature.ofClasses(right, said);

    // as if one of 22 were wrong
    assertThat(fitted.classes(said[0])[0]).isCloseTo(21.0 / 22, within(1e-6));
  }

  @Test
  void itIsReadAsItWasWrittenAndOlderRunsHaveNone(@TempDir Path folder) throws IOException {
    assertThat(Temperature.load(folder)).isEqualTo(Temperature.ONE);
    new Temperature(1.625).save(folder);
    assertThat(Temperature.load(folder)).isEqualTo(new Temperature(1.625));
    double[] row = {0.25, 0.75};
    assertThat(Temperature.ONE.classes(row)).isEqualTo(row);
    assertThat(Temperature.ONE.labels(row)).isEqualTo(row);
  }
}
