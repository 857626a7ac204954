package org.unroll.core.layer.sequence;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.pooling.GlobalPoolingLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.array.TimeMajor;

/**
 * {@link TimePooling} at work: in single precision on the CPU a walk over the steps as they lie in
 * memory, otherwise DL4J's own. Owned by the graph's thread.
 */
final class TimePoolingLayer extends GlobalPoolingLayer {
  private static final long serialVersionUID = 1;
  private static final int NONE = -1;

  private transient int[] winners = {}; // [b n]: the step with the largest value

  TimePoolingLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    if (!Floats.areIn(input)) {
      return super.activate(training, workspaces);
    }
    INDArray steps = TimeMajor.steps(workspaces, ArrayType.FF_WORKING_MEM, input); // [t, b, n]
    StepMask mask = mask(steps);
    float[] pooled = isMax() ? largest(steps, mask, training) : mean(steps, mask); // [b n]
    INDArray result = // [b, n]
        TimeMajor.create(
            workspaces, ArrayType.ACTIVATIONS, DataType.FLOAT, steps.size(1), steps.size(2));
    Floats.of(result).put(pooled);
    return result;
  }

  private boolean isMax() {
    return layerConf().getPoolingType() == PoolingType.MAX;
  }

  private StepMask mask(INDArray steps) {
    return StepMask.of(Optional.ofNullable(maskArray), steps.size(1), steps.size(0));
  }

  private float[] largest(INDArray steps, StepMask mask, boolean training) {
    FloatBuffer values = Floats.of(steps);
    int size = (int) steps.size(2);
    float[] best = new float[mask.batch() * size];
    float[] top = new float[size];
    float[] row = new float[size];
    winners = new int[training ? best.length : 0];
    Arrays.fill(winners, NONE);
    for (int b = 0; b < mask.batch(); b++) {
      Arrays.fill(top, Float.NEGATIVE_INFINITY);
      for (int t = 0; t < mask.time(); t++) {
        if (mask.counts(b, t)) {
          values.get((t * mask.batch() + b) * size, row);
          for (int i = 0; i < size; i++) { // a vector instruction
            top[i] = Math.max(top[i], row[i]);
          }
        }
      }
      if (mask.length(b) > 0) {
        System.arraycopy(top, 0, best, b * size, size);
      }
      for (int t = mask.time() - 1; training && t >= 0; t--) { // the first of equals wins
        if (mask.counts(b, t)) {
          values.get((t * mask.batch() + b) * size, row);
          noteWinners(row, top, t, b * size);
        }
      }
    }
    return best;
  }

  private void noteWinners(float[] row, float[] top, int step, int from) {
    for (int i = 0; i < row.length; i++) {
      if (row[i] == top[i]) {
        winners[from + i] = step;
      }
    }
  }

  private static float[] mean(INDArray steps, StepMask mask) {
    FloatBuffer values = Floats.of(steps);
    int size = (int) steps.size(2);
    float[] sums = new float[mask.batch() * size];
    float[] row = new float[size];
    for (int t = 0; t < mask.time(); t++) {
      for (int b = 0; b < mask.batch(); b++) {
        if (mask.counts(b, t)) {
          values.get((t * mask.batch() + b) * size, row);
          for (int i = 0; i < size; i++) {
            sums[b * size + i] += row[i] / mask.length(b);
          }
        }
      }
    }
    return sums;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    if (!Floats.areIn(input)) {
      return super.backpropGradient(epsilon, workspaces);
    }
    INDArray gradient = // [t, b, n]
        TimeMajor.create(
            workspaces,
            ArrayType.ACTIVATION_GRAD,
            DataType.FLOAT,
            input.size(2),
            input.size(0),
            input.size(1));
    float[] pooled = Floats.read(epsilon); // [b n]
    if (isMax()) {
      Floats.clear(gradient);
      toWinners(pooled, Floats.of(gradient));
    } else {
      spread(pooled, mask(gradient), Floats.of(gradient));
    }
    return new Pair<>(new DefaultGradient(), TimeMajor.sequences(gradient));
  }

  private void toWinners(float[] pooled, FloatBuffer gradient) {
    for (int at = 0; at < pooled.length; at++) {
      if (winners[at] != NONE) {
        gradient.put(winners[at] * pooled.length + at, pooled[at]);
      }
    }
  }

  private static void spread(float[] pooled, StepMask mask, FloatBuffer gradient) {
    int size = pooled.length / mask.batch();
    float[] row = new float[size];
    for (int t = 0; t < mask.time(); t++) {
      for (int b = 0; b < mask.batch(); b++) {
        float share = mask.counts(b, t) ? 1f / mask.length(b) : 0;
        for (int i = 0; i < size; i++) {
          row[i] = pooled[b * size + i] * share;
        }
        gradient.put((t * mask.batch() + b) * size, row);
      }
    }
  }
}
