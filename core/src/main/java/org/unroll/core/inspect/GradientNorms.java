package org.unroll.core.inspect;

import org.unroll.core.layer.array.Doubles;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.cell.CellState;

/**
 * The norms of the gradients by the states of a layer, an example and a step each: of h, of an lstm
 * of h and c joined, since both are handed on.
 */
record GradientNorms(double[][] byExample) {
  static GradientNorms none(StepMask mask) {
    return new GradientNorms(new double[mask.batch()][mask.time()]);
  }

  void take(int step, CellState gradient, boolean memory) {
    double[] hidden = Doubles.read(gradient.hidden()); // [b · u]
    double[] rest = memory ? Doubles.read(gradient.memory()) : new double[0];
    int units = hidden.length / byExample.length;
    for (int example = 0; example < byExample.length; example++) {
      double sum = 0;
      for (int i = example * units; i < (example + 1) * units; i++) {
        sum += hidden[i] * hidden[i] + (memory ? rest[i] * rest[i] : 0);
      }
      byExample[example][step] = Math.sqrt(sum);
    }
  }
}
