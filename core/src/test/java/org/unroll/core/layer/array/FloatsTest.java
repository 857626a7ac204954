package org.unroll.core.layer.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class FloatsTest {
  @Test
  void anArrayHasItsNumbersInOrder() {
    float[] numbers = {0, 1, 2, 3, 4, 5};
    INDArray array = Floats.array(numbers, 1, 3, 2);
    assertThat(array.shape()).containsExactly(1, 3, 2);
    assertThat(array.getFloat(0, 2, 1)).isEqualTo(5);
    assertThat(TimeMajor.isDense(array)).isTrue();
    numbers[5] = 9;
    assertThat(Floats.read(array)).containsExactly(0, 1, 2, 3, 4, 5);
  }
}
