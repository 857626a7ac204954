package org.unroll.core.layer.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class StepMaskTest {
  private static StepMask mask(float[]... examples) {
    return StepMask.of(Nd4j.createFromArray(examples));
  }

  @Test
  void paddedOnTheRight() {
    StepMask mask = mask(new float[] {1, 1, 0}, new float[] {1, 1, 1}, new float[] {0, 0, 0});
    assertThat(mask.isRightPadded()).isTrue();
    assertThat(mask.isFull()).isFalse();
    assertThat(new int[] {mask.length(0), mask.length(1), mask.length(2)}).containsExactly(2, 3, 0);
    assertThat(new int[] {mask.lastStep(0), mask.lastStep(2)}).containsExactly(1, 0);
  }

  @Test
  void holesAndPaddingOnTheLeftAreNot() {
    assertThat(mask(new float[] {1, 0, 1}).isRightPadded()).isFalse();
    StepMask left = mask(new float[] {0, 1, 1});
    assertThat(left.isRightPadded()).isFalse();
    assertThat(left.lastStep(0)).isEqualTo(2);
    assertThat(left.counts(0, 0)).isFalse();
  }

  @Test
  void allOnesIsFull() {
    assertThat(mask(new float[] {1, 1}).isFull()).isTrue();
    assertThat(StepMask.full(2, 3).isFull()).isTrue();
    assertThat(StepMask.full(2, 3).isRightPadded()).isTrue();
  }
}
