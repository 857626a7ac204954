package org.unroll.core.layer.array;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Which steps of a batch count. At a masked step a cell holds its state and gives 0.
 *
 * <p>Immutable.
 */
public final class StepMask {
  private final boolean[][] steps;
  private final int[] lengths;
  private final boolean rightPadded;
  private final boolean full;

  private StepMask(boolean[][] steps) {
    this.steps = steps;
    this.lengths = new int[steps.length];
    boolean padded = true;
    boolean all = true;
    for (int b = 0; b < steps.length; b++) {
      int count = 0;
      for (int t = 0; t < steps[b].length; t++) {
        if (steps[b][t]) {
          padded &= count == t;
          count++;
        }
      }
      lengths[b] = count;
      all &= count == steps[b].length;
    }
    this.rightPadded = padded;
    this.full = all;
  }

  /** A mask {@code [b, t]}, zero where a step is masked. */
  public static StepMask of(INDArray mask) {
    float[] values = Floats.read(mask.castTo(DataType.FLOAT)); // ND4J's matrices go row by row
    int time = (int) mask.size(1);
    boolean[][] steps = new boolean[(int) mask.size(0)][time];
    for (int i = 0; i < values.length; i++) {
      steps[i / time][i % time] = values[i] != 0;
    }
    return new StepMask(steps);
  }

  /** As {@link #of(INDArray)}; without a mask every step counts. */
  public static StepMask of(Optional<INDArray> mask, long batch, long time) {
    return mask.map(StepMask::of).orElseGet(() -> full((int) batch, (int) time));
  }

  /** Every step of every example counts. */
  public static StepMask full(int batch, int time) {
    boolean[][] steps = new boolean[batch][time];
    for (boolean[] example : steps) {
      Arrays.fill(example, true);
    }
    return new StepMask(steps);
  }

  public boolean isFull() {
    return full;
  }

  /** Whether no step counts after one that does not. */
  public boolean isRightPadded() {
    return rightPadded;
  }

  public boolean counts(int example, int step) {
    return steps[example][step];
  }

  /** Steps of the example that count. */
  public int length(int example) {
    return lengths[example];
  }

  /** The last step of the example that counts; 0 if none does. */
  public int lastStep(int example) {
    for (int t = time() - 1; t > 0; t--) {
      if (steps[example][t]) {
        return t;
      }
    }
    return 0;
  }

  public int batch() {
    return steps.length;
  }

  public int time() {
    return batch() == 0 ? 0 : steps[0].length;
  }
}
