package org.unroll.core.layer.attention;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;

/**
 * The steps of sequences that {@link Floats} can read, one at a time, whether they lie in memory
 * step after step or example after example.
 *
 * @param array {@code [b, n, t]}, held while its memory is read
 */
record ReadSteps(
    INDArray array, FloatBuffer numbers, int examples, int size, int steps, Order order) {

  /** How the steps lie in memory. */
  enum Order {
    BY_EXAMPLE,
    BY_STEP
  }

  /**
   * @param sequences {@code [b, n, t]}, in any order; copied if a step's numbers do not lie
   *     together
   */
  static ReadSteps of(INDArray sequences, LayerWorkspaceMgr workspaces) {
    boolean byExample = TimeMajor.isDense(sequences.permute(0, 2, 1));
    INDArray array = sequences; // [b, n, t]
    if (!byExample) {
      array = TimeMajor.sequences(TimeMajor.steps(workspaces, ArrayType.FF_WORKING_MEM, sequences));
    }
    return new ReadSteps(
        array,
        Floats.of(array),
        (int) array.size(0), // which takes longer than reading a step
        (int) array.size(1),
        (int) array.size(2),
        byExample ? Order.BY_EXAMPLE : Order.BY_STEP);
  }

  /**
   * @param values overwritten, {@code [n]}
   */
  void read(int example, int step, float[] values) {
    int row = order == Order.BY_EXAMPLE ? example * steps + step : step * examples + example;
    numbers.get(row * size, values);
    Reference.reachabilityFence(array);
  }
}
