package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameNumbersTest {
  private static final double NONE = Double.NaN;

  /**
   * Errors of the first column 1, 1, -1, 3: mse 3, mae 1.5; its truths 0 0 2 2 vary by 4. The
   * second: 0, 2, mse 2, mae 1; its truths are the same, so it has no r2.
   */
  @Test
  void columnsByHand() {
    Evaluation evaluation =
        FrameNumbers.evaluate(
            new double[][][] {{{0, 5}, {0, NONE}}, {{2, 5}, {2, NONE}, {NONE, NONE}}},
            new double[][][] {{{1, 5}, {1, 0}}, {{1, 7}, {5, 0}, {NONE, 9}}},
            List.of("angle", "speed"));

    assertThat(evaluation.metrics())
        .containsEntry("mae", 1.25)
        .containsEntry("rmse", (Math.sqrt(3) + Math.sqrt(2)) / 2)
        .containsEntry("mse", 2.5)
        .containsEntry("r2", 1 - 12 / 4.0);
    assertThat(evaluation.tables()).hasSize(1);
    assertThat(evaluation.tables().get(0).header())
        .containsExactly("column", "mae", "rmse", "mse", "r2");
    assertThat(evaluation.tables().get(0).rows())
        .containsExactly(
            List.of("angle", "1.5000", "1.7321", "3.0000", "-2.0000"),
            List.of("speed", "1.0000", "1.4142", "2.0000", "–"));
  }

  @Test
  void bandsAreScoredAsClasses() {
    Bands bands = new Bands(List.of(-0.05, 0.05), List.of("left", "straight", "right"));
    Evaluation evaluation =
        FrameNumbers.evaluate(
            new double[][][] {{{-1}, {0}, {0.05}, {NONE}}},
            new double[][][] {{{-0.05}, {0.04}, {9}, {9}}},
            bands);
    assertThat(evaluation.metrics().keySet())
        .containsExactly("mae", "rmse", "mse", "r2", "accuracy", "macro-f1");
    assertThat(evaluation.metrics()).containsEntry("accuracy", 2.0 / 3);
    assertThat(evaluation.tables().get(0).rows().get(0)).containsExactly("left", "0", "1", "0");
    assertThat(evaluation.tables().get(1).header()).contains("frames");
  }

  @Test
  void aThresholdIsTheLeastNumberOfTheBandAbove() {
    Bands bands = new Bands(List.of(0.0, 1.0), List.of("a", "b", "c"));
    assertThat(bands.of(-1e-9)).isZero();
    assertThat(bands.of(0)).isEqualTo(1);
    assertThat(bands.of(1)).isEqualTo(2);
    assertThat(bands.of(Double.POSITIVE_INFINITY)).isEqualTo(2);
    assertThat(new Bands(List.of(), List.of("all")).of(3)).isZero();
    assertThatThrownBy(() -> new Bands(List.of(1.0), List.of("a"))).hasMessageContaining("1 names");
    assertThatThrownBy(() -> new Bands(List.of(1.0, 1.0), List.of("a", "b", "c")))
        .hasMessageContaining("do not ascend");
  }

  @Test
  void badInputIsRefused() {
    double[][][] one = {{{1}}};
    List<String> columns = List.of("angle");
    assertThatThrownBy(() -> FrameNumbers.evaluate(one, new double[][][] {{}}, columns))
        .hasMessageContaining("video 0: 1 frames, predictions for 0");
    assertThatThrownBy(() -> FrameNumbers.evaluate(one, new double[0][][], columns))
        .hasMessageContaining("1 videos");
    assertThatThrownBy(() -> FrameNumbers.evaluate(new double[][][] {{{NONE}}}, one, columns))
        .hasMessageContaining("no frame");
    assertThatThrownBy(() -> FrameNumbers.evaluate(one, new double[][][] {{{NONE}}}, columns))
        .hasMessageContaining("frame 0: predicted NaN");
  }
}
