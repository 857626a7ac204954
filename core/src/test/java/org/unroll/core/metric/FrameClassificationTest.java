package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameClassificationTest {
  private static final FrameClasses CLASSES =
      new FrameClasses(List.of("none", "cut", "pour"), Optional.of("none"));

  private static Evaluation evaluate(int[] truth, int... predicted) {
    return FrameClassification.evaluate(new int[][] {truth}, new int[][] {predicted}, CLASSES);
  }

  /**
   * First video, without the frame that has no label: none, cut 2, pour 4 against none 3, pour 4.
   * Second: cut 2, pour 2 against cut 1, none, pour 2.
   */
  @Test
  void twoVideosByHand() {
    Evaluation evaluation =
        FrameClassification.evaluate(
            new int[][] {{0, 1, 1, 2, 2, -1, 2, 2}, {1, 1, 2, 2}},
            new int[][] {{0, 0, 0, 2, 2, 1, 2, 2}, {1, 0, 2, 2}},
            CLASSES);

    assertThat(evaluation.metrics().keySet())
        .containsExactly("accuracy", "macro-f1", "edit", "f1-10", "f1-25", "f1-50");
    assertThat(evaluation.metrics().get("accuracy")).isCloseTo(8.0 / 11, within(1e-12));
    // none 2·1/(1+4), cut 2·1/(4+1), pour 1
    assertThat(evaluation.metrics().get("macro-f1")).isCloseTo(1.8 / 3, within(1e-12));
    assertThat(evaluation.metrics().get("edit")).isEqualTo(75); // 1 of 2 and 2 of 2
    // 3 of 3 predicted are found of 4
    assertThat(evaluation.metrics().get("f1-50")).isCloseTo(100 * 6.0 / 7, within(1e-12));
    assertThat(evaluation.tables().get(0).rows().get(1)).containsExactly("cut", "3", "1", "0");
    assertThat(evaluation.tables().get(1).header())
        .containsExactly("class", "precision", "recall", "f1", "frames");
    assertThat(evaluation.tables().get(1).rows().get(1))
        .containsExactly("cut", "1.000", "0.250", "0.400", "4");
  }

  @Test
  void whatIsSaidOfFramesWithoutALabelChangesNothing() {
    int[] truth = {1, -1, 1, 2, -1, -1};
    assertThat(evaluate(truth, 1, 2, 1, 2, 0, 7)).isEqualTo(evaluate(truth, 1, -1, 1, 2, 2, 2));
    assertThat(evaluate(truth, 1, 2, 1, 2, 0, 0).metrics())
        .containsEntry("accuracy", 1.0)
        .containsEntry("edit", 100.0)
        .containsEntry("f1-50", 100.0);
  }

  @Test
  void aVideoWithoutLabelsIsLeftOut() {
    Evaluation evaluation =
        FrameClassification.evaluate(
            new int[][] {{1, 2}, {-1, -1}, {}}, new int[][] {{1, 1}, {2, 1}, {}}, CLASSES);
    assertThat(evaluation.metrics()).containsEntry("accuracy", 0.5).containsEntry("edit", 50.0);
  }

  @Test
  void backgroundAloneHasNoF1OfSegments() {
    assertThat(evaluate(new int[] {0, 0}, 0, 0).metrics())
        .containsEntry("edit", 100.0)
        .doesNotContainKey("f1-10");
    assertThat(evaluate(new int[] {0, 0}, 0, 1).metrics())
        .containsEntry("edit", 0.0)
        .containsEntry("f1-10", 0.0);
  }

  @Test
  void badInputIsRefused() {
    assertThatThrownBy(() -> new FrameClasses(List.of("a"), Optional.of("b")))
        .hasMessageContaining("no class 'b'");
    assertThatThrownBy(() -> evaluate(new int[] {-1}, 0)).hasMessageContaining("no frame");
    assertThatThrownBy(() -> evaluate(new int[] {1, 1}, 0)).hasMessageContaining("2 frames");
    assertThatThrownBy(() -> evaluate(new int[] {1}, 3)).hasMessageContaining("class 1 predicted");
    assertThatThrownBy(() -> evaluate(new int[] {3}, 1)).hasMessageContaining("of 3 classes");
    assertThatThrownBy(
            () ->
                FrameClassification.evaluate(
                    new int[][] {{0}}, new double[][][] {{{0.5, Double.NaN, 0.5}}}, CLASSES))
        .hasMessageContaining("probability NaN");
  }
}
