package org.unroll.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.metric.Chart;

class GradientCurveTest {
  private static GradientCurve curve(double[][] norms, float[][] mask) {
    StepMask steps = StepMask.of(Nd4j.createFromArray(mask));
    return GradientCurve.of("cell", false, new GradientNorms(norms), steps);
  }

  /** One example without padding; the norms of its steps, the first one first. */
  private static GradientCurve curve(double... norms) {
    return GradientCurve.of(
        "cell", false, new GradientNorms(new double[][] {norms}), StepMask.full(1, norms.length));
  }

  @Test
  void theLastStepIsDistanceZeroAndOne() {
    GradientCurve curve = curve(0.25, 0.5, 1, 2);
    assertThat(curve.values()).containsExactly(1.0, 0.5, 0.25, 0.125);
    assertThat(curve.factor()).isCloseTo(0.5, within(1e-6));
    assertThat(curve.vanishedAt()).isEmpty();
  }

  @Test
  void itHasVanishedBelowOnePerCent() {
    double[] norms = new double[12];
    for (int step = 0; step < norms.length; step++) {
      norms[step] = Math.pow(0.5, norms.length - 1 - step);
    }
    assertThat(curve(norms).vanishedAt()).hasValue(7); // 1 / 128
  }

  @Test
  void paddingIsNoDistance() {
    double[][] norms = {{1, 2, 0, 0}, {1, 2, 4, 8}};
    float[][] mask = {{1, 1, 0, 0}, {1, 1, 1, 1}};
    assertThat(curve(norms, mask).values()).containsExactly(1.0, 0.5, 0.25, 0.125);
  }

  @Test
  void longExamplesAreComparedWithThemselves() {
    double[][] norms = {{10, 10, 0}, {0.1, 0.1, 0.1}}; // the short one has much gradient
    float[][] mask = {{1, 1, 0}, {1, 1, 1}};
    assertThat(curve(norms, mask).values()).containsExactly(1.0, 1.0, 1.0);
  }

  @Test
  void distancesThatHardlyAnyExampleReachesAreLeftOut() {
    double[][] norms = new double[8][6];
    float[][] mask = new float[8][6];
    for (int example = 0; example < 8; example++) {
      for (int step = 0; step < (example == 0 ? 6 : 2); step++) {
        norms[example][step] = 1;
        mask[example][step] = 1;
      }
    }
    assertThat(curve(norms, mask).values()).hasSize(2);
  }

  @Test
  void itBeginsWhereThereIsAnyGradient() {
    GradientCurve curve = curve(1, 2, 4, 0, 0);
    assertThat(curve.values()).containsExactly(0.0, 0.0, 1.0, 0.5, 0.25);
    assertThat(curve.begin()).hasValue(2);
    assertThat(curve.factor()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void withoutGradientThereIsNothingToSay() {
    GradientCurve none = curve(0, 0, 0);
    assertThat(none.begin()).isEmpty();
    assertThat(none.vanishedAt()).isEmpty();
    assertThat(none.factor()).isNaN();
    assertThat(curve(3).factor()).isNaN();
  }

  @Test
  void whereAFloatIsTooSmallForItTheTableAndTheHintSaySo() {
    GradientCurve fell = new GradientCurve("cells", false, List.of(1.0, 1e-40, 0.0));
    assertThat(GradientPanel.table(List.of(fell)).rows().get(0))
        .contains("below 1e-45, too small for a float");
    assertThat(GradientPanel.hint(List.of(fell))).contains("too small for a float: below 1e-45.");

    GradientCurve cut = new GradientCurve("cells", false, List.of(1.0, 0.2, 0.0));
    assertThat(GradientPanel.table(List.of(cut)).rows().get(0)).contains("0.0");
    assertThat(GradientPanel.hint(List.of(cut))).doesNotContain("float");
  }

  @Test
  void theChartNamesItsAxesAndPointsOutWhereAGradientHasVanished() {
    Chart.Lines chart = GradientPanel.chart("t", List.of(curve(1, 2, 4)));
    assertThat(chart.across()).isEqualTo("steps back");
    assertThat(chart.up()).isEqualTo("size of the gradient");
    assertThat(chart.lines()).hasSize(1);
    assertThat(chart.levels()).containsExactly(new Chart.Level("1 %", 0.01));
  }
}
