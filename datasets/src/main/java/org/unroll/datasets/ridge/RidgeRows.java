package org.unroll.datasets.ridge;

import java.util.Optional;
import org.unroll.datasets.window.Windows;

/** Windows on their way into the equations of a ridge regression, block by block. */
final class RidgeRows {
  static final int BLOCK = 1024;

  /** In deviations; one window after a flat past would outweigh all others. */
  private static final double OUTLIER = 8;

  private final RidgeInputs inputs;
  private final RidgeEquations equations;
  private final Optional<LocalRidge> before;
  private final double[] x;
  private final double[] y;
  private int count;

  /** Adds to equations that may hold other windows already. */
  RidgeRows(Windows windows, RidgeEquations equations) {
    this(windows, equations, Optional.empty());
  }

  private RidgeRows(Windows windows, RidgeEquations equations, Optional<LocalRidge> before) {
    this.inputs = new RidgeInputs(windows);
    this.equations = equations;
    this.before = before;
    this.x = new double[BLOCK * inputs.size()];
    this.y = new double[BLOCK * inputs.outputs()];
  }

  /** For what a model leaves over. */
  static RidgeRows beside(LocalRidge before, Windows windows) {
    RidgeEquations equations = RidgeEquations.of(new RidgeInputs(windows));
    return new RidgeRows(windows, equations, Optional.of(before));
  }

  /** Leaves out a window of which a target is missing, or far outside of what its past shows. */
  void add(int window) {
    int at = count * inputs.outputs();
    if (!inputs.writeTargets(window, y, at) || isOutlier(at)) {
      return;
    }
    if (before.isPresent()) {
      double[] forecast = before.get().scaled(inputs.windows(), window);
      for (int o = 0; o < forecast.length; o++) {
        y[count * forecast.length + o] -= forecast[o];
      }
    }
    inputs.write(window, x, count * inputs.size());
    count++;
    if (count == BLOCK) {
      flush();
    }
  }

  private boolean isOutlier(int from) {
    for (int i = from; i < from + inputs.outputs(); i++) {
      if (Math.abs(y[i]) > OUTLIER) {
        return true;
      }
    }
    return false;
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
