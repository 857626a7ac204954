package org.unroll.core.engine;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.unroll.core.layer.array.Floats;

/**
 * A step of Adam (Kingma &amp; Ba 2015, the form before section 2.1's end) in one pass over the
 * parameters, in single precision on the CPU. DL4J takes four passes and a slow operation; this one
 * works on pieces that fit the processor's nearest cache, in loops that Java's compiler turns into
 * vector instructions. Not thread-safe.
 */
final class AdamPass {
  private static final int PIECE = 2048;
  private static final float[] ZEROS = new float[PIECE];

  private final float decay1;
  private final float decay2;
  private final float rest1; // rounded once, from double: 1 - 0.999f is off by 5e-5
  private final float rest2;
  private final float epsilon;
  private final float rate;
  private final float[] gradient = new float[PIECE];
  private final float[] mean = new float[PIECE];
  private final float[] square = new float[PIECE];
  private final float[] parameters = new float[PIECE];

  /**
   * @param iteration steps made before this one
   */
  AdamPass(Adam config, int iteration, int epoch) {
    this.decay1 = (float) config.getBeta1();
    this.decay2 = (float) config.getBeta2();
    this.rest1 = (float) (1 - config.getBeta1());
    this.rest2 = (float) (1 - config.getBeta2());
    this.epsilon = (float) config.getEpsilon();
    double step = iteration + 1;
    this.rate =
        (float)
            (config.getLearningRate(iteration, epoch)
                * Math.sqrt(1 - Math.pow(config.getBeta2(), step))
                / (1 - Math.pow(config.getBeta1(), step)));
  }

  /**
   * Numbers that one thread changes, of vectors that others may change elsewhere.
   *
   * @param parameters {@code [n]}
   * @param gradient n numbers
   * @param state 2 n numbers: the means, then the mean squares
   * @param from the first number
   * @param to the one after the last
   */
  record Share(INDArray parameters, INDArray gradient, INDArray state, int from, int to) {}

  /**
   * @param scale what the gradient is multiplied with first
   * @param keepChanges whether the gradient is replaced by what was subtracted from the parameters,
   *     or by zeros
   */
  void run(Share share, double scale, boolean keepChanges) {
    FloatBuffer p = Floats.of(share.parameters());
    FloatBuffer g = Floats.of(share.gradient());
    FloatBuffer s = Floats.of(share.state());
    int n = p.capacity();
    for (int from = share.from(); from < share.to(); from += PIECE) {
      int length = Math.min(PIECE, share.to() - from);
      p.get(from, this.parameters, 0, length);
      g.get(from, this.gradient, 0, length);
      s.get(from, mean, 0, length);
      s.get(n + from, square, 0, length);
      step(length, (float) scale);
      p.put(from, this.parameters, 0, length);
      g.put(from, keepChanges ? this.gradient : ZEROS, 0, length);
      s.put(from, mean, 0, length);
      s.put(n + from, square, 0, length);
    }
  }

  private void step(int length, float scale) {
    for (int i = 0; i < length; i++) {
      float g = gradient[i] * scale;
      float m = decay1 * mean[i] + rest1 * g;
      float v = decay2 * square[i] + rest2 * g * g;
      float change = rate * m / ((float) Math.sqrt(v) + epsilon);
      mean[i] = m;
      square[i] = v;
      gradient[i] = change;
      parameters[i] -= change;
    }
  }
}
