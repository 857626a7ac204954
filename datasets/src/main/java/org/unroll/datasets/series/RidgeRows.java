package org.unroll.datasets.series;

/** Windows on their way into the equations of a ridge regression, block by block. */
final class RidgeRows {
  private static final int BLOCK = 1024;

  private final RidgeInputs inputs;
  private final RidgeEquations equations;
  private final double[] x;
  private final double[] y;
  private int count;

  RidgeRows(Windows windows) {
    this(windows, RidgeEquations.of(new RidgeInputs(windows)));
  }

  /** Adds to equations that hold other windows already. */
  RidgeRows(Windows windows, RidgeEquations equations) {
    this.inputs = new RidgeInputs(windows);
    this.equations = equations;
    this.x = new double[BLOCK * inputs.size()];
    this.y = new double[BLOCK * inputs.outputs()];
  }

  /** Leaves out a window of which a target is missing. */
  void add(int window) {
    if (!inputs.writeTargets(window, y, count * inputs.outputs())) {
      return;
    }
    inputs.write(window, x, count * inputs.size());
    count++;
    if (count == BLOCK) {
      flush();
    }
  }

  /** The equations of all windows so far. */
  RidgeEquations equations() {
    flush();
    return equations;
  }

  private void flush() {
    if (count > 0) {
      equations.add(x, y, count);
      count = 0;
    }
  }
}
