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
record ReadSteps(INDArray array, FloatBuffer numbers, int exampleStride, int stepStride) {

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
    int size = (int) array.size(1);
    int example = byExample ? size * (int) array.size(2) : size;
    int step = byExample ? size : size * (int) array.size(0);
    return new ReadSteps(array, Floats.of(array), example, step);
  }

  int examples() {
    return (int) array.size(0);
  }

  int size() {
    return (int) array.size(1);
  }

  int steps() {
    return (int) array.size(2);
  }

  /**
   * @param values overwritten, {@code [n]}
   */
  void read(int example, int step, float[] values) {
    numbers.get(example * exampleStride + step * stepStride, values);
    Reference.reachabilityFence(array);
  }
}
