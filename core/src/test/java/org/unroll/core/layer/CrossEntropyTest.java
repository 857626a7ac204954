package org.unroll.core.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CrossEntropyTest {
  private static final INDArray LABELS = Nd4j.createFromArray(new double[][] {{0, 1, 0}});
  private static final INDArray LOGITS = Nd4j.createFromArray(new double[][] {{0.5, 1.5, -1}});

  private static double score(double smoothing, double... weights) {
    return new CrossEntropy(weights, smoothing)
        .computeScore(LABELS, LOGITS, new ActivationSoftmax(), null, false);
  }

  private static double logProbability(int c) {
    double[] logits = {0.5, 1.5, -1};
    double sum = Math.exp(0.5) + Math.exp(1.5) + Math.exp(-1);
    return logits[c] - Math.log(sum);
  }

  @Test
  void plainIsMinusTheLogProbability() {
    assertThat(score(0)).isCloseTo(-logProbability(1), within(1e-9));
  }

  @Test
  void smoothingSpreadsTheLabel() {
    double rest = 0.3 / 3;
    double expected =
        -(rest * logProbability(0) + (0.7 + rest) * logProbability(1) + rest * logProbability(2));
    assertThat(score(0.3)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void weightsMultiplyTheirClass() {
    assertThat(score(0, 1, 4, 1)).isCloseTo(-4 * logProbability(1), within(1e-9));
  }
}
