package org.unroll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;

/** Beside DL4J's own updater, over more than one piece of the vector. */
class AdamPassTest {
  private static final int SIZE = 5000;
  private static final double SCALE = 0.25;

  @Test
  void threeStepsAreThoseOfDl4j() {
    Adam adam = new Adam(0.01);
    INDArray parameters = Nd4j.randn(1, SIZE);
    INDArray state = Nd4j.zeros(1, 2 * SIZE);
    INDArray expected = parameters.reshape(SIZE).dup();
    INDArray theirState = Nd4j.zeros(1, 2 * SIZE);
    AdamUpdater theirs = (AdamUpdater) adam.instantiate(theirState, true);
    for (int iteration = 0; iteration < 3; iteration++) {
      INDArray gradient = Nd4j.randn(SIZE);
      INDArray update = gradient.mul(SCALE);
      new AdamPass(adam, iteration, 0)
          .run(new AdamPass.Share(parameters, gradient, state, 0, SIZE), SCALE, true);
      theirs.applyUpdater(update, iteration, 0);
      expected.subi(update);
      assertThat(gradient.distance2(update)).isLessThan(5e-6);
    }
    assertThat(parameters.reshape(SIZE).distance2(expected)).isLessThan(1e-5);
    assertThat(state.distance2(theirState)).isLessThan(1e-5);
    assertThat(state.get(NDArrayIndex.all(), NDArrayIndex.interval(SIZE, 2 * SIZE)).minNumber())
        .as("the mean squares are the second half")
        .isNotEqualTo(0f);
  }
}
