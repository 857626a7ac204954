package org.unroll.datasets.window;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;

/**
 * Gathers windows into the arrays of a graph: inputs {@code past}, {@code future}, {@code previous}
 * and {@code local-ridge}, labels {@code [batch, targets, horizon]}. Time stands outermost in
 * memory, which the recurrent layers read without a copy. Masks are there only where something is
 * missing. Immutable and thread-safe.
 */
final class WindowArrays {
  /** Names of the inputs that graphs of series may use. */
  static final String PAST = "past";

  static final String FUTURE = "future";
  static final String PREVIOUS = "previous";
  static final String LOCAL_RIDGE = "local-ridge";

  private final Windows windows;
  private final List<String> inputs;
  private final FeatureLayout layout;
  private final WindowShape config;

  WindowArrays(Windows windows, List<String> inputs) {
    this.windows = windows;
    this.inputs = List.copyOf(inputs);
    this.layout = windows.layout();
    this.config = windows.config();
  }

  MultiDataSet of(int[] chosen) {
    INDArray[] features = new INDArray[inputs.size()];
    INDArray[] masks = new INDArray[inputs.size()];
    boolean masked = false;
    for (int i = 0; i < features.length; i++) {
      Steps steps = input(inputs.get(i), chosen);
      features[i] = steps.array();
      if (steps.hasGaps()) {
        masks[i] = steps.mask();
        masked = true;
      }
    }
    Steps labels = labels(chosen);
    return new MultiDataSet(
        features,
        new INDArray[] {labels.array()},
        masked ? masks : null,
        labels.hasGaps() ? new INDArray[] {labels.mask()} : null);
  }

  private Steps input(String name, int[] chosen) {
    return switch (name) {
      case PAST -> past(chosen);
      case FUTURE -> future(chosen);
      case PREVIOUS -> previous(chosen);
      case LOCAL_RIDGE -> localRidge(chosen);
      default -> throw new IllegalArgumentException("series have no input '" + name + "'");
    };
  }

  private Steps past(int[] chosen) {
    Steps steps = new Steps(chosen.length, layout.pastSize(), config.past());
    for (int row = 0; row < chosen.length; row++) {
      SeriesFeatures series = windows.features(chosen[row]);
      int first = windows.origin(chosen[row]) - config.past();
      for (int t = 0; t < config.past(); t++) {
        if (series.pastGap(first + t)) {
          steps.gap(row, t);
        } else {
          series.covariates(first + t, 0, steps.values, steps.at(row, t) + windows.targets());
        }
      }
      for (int target = 0; target < windows.targets(); target++) {
        Scale scale = windows.scale(chosen[row], target);
        for (int t = 0; t < config.past(); t++) {
          if (!series.pastGap(first + t)) {
            steps.values[steps.at(row, t) + target] =
                (float) scale.scaled(series.target(target, first + t));
          }
        }
      }
    }
    return steps;
  }

  private Steps future(int[] chosen) {
    Steps steps = new Steps(chosen.length, layout.futureSize(config), config.horizon());
    for (int row = 0; row < chosen.length; row++) {
      SeriesFeatures series = windows.features(chosen[row]);
      lags(chosen[row], row, steps);
      for (int t = 0; t < config.horizon(); t++) {
        int step = windows.step(chosen[row], t);
        int at = steps.at(row, t);
        if (series.futureGap(step)) {
          steps.gap(row, t);
        } else {
          series.covariates(step, layout.past().size(), steps.values, at);
          steps.values[at + layout.futureSize(config) - 1] =
              config.horizon() == 1 ? 0 : (float) t / (config.horizon() - 1);
        }
      }
    }
    return steps;
  }

  /** The targets some steps before each step to forecast; a missing one is 0, the mean. */
  private void lags(int window, int row, Steps steps) {
    SeriesFeatures series = windows.features(window);
    for (int target = 0; target < windows.targets(); target++) {
      Scale scale = windows.scale(window, target);
      for (int lag = 0; lag < config.lags().size(); lag++) {
        int at = layout.known() + lag * windows.targets() + target;
        for (int t = 0; t < config.horizon(); t++) {
          double value = series.target(target, windows.step(window, t) - config.lags().get(lag));
          steps.values[steps.at(row, t) + at] =
              Double.isNaN(value) ? 0 : (float) scale.scaled(value);
        }
      }
    }
  }

  /** The target one step earlier; a missing one stays as the one before. */
  private Steps previous(int[] chosen) {
    Steps steps = new Steps(chosen.length, windows.targets(), config.horizon());
    for (int row = 0; row < chosen.length; row++) {
      SeriesFeatures series = windows.features(chosen[row]);
      for (int target = 0; target < windows.targets(); target++) {
        Scale scale = windows.scale(chosen[row], target);
        double value = windows.lastKnown(chosen[row], target);
        for (int t = 0; t < config.horizon(); t++) {
          double before = t == 0 ? value : series.target(target, windows.step(chosen[row], t - 1));
          value = Double.isNaN(before) ? value : before;
          steps.values[steps.at(row, t) + target] = (float) scale.scaled(value);
        }
      }
    }
    return steps;
  }

  /** The forecast of the ridge regressions, scaled as the labels are. */
  private Steps localRidge(int[] chosen) {
    Steps steps = new Steps(chosen.length, windows.targets(), config.horizon());
    for (int row = 0; row < chosen.length; row++) {
      float[] scaled = windows.first(chosen[row]);
      for (int i = 0; i < scaled.length; i++) {
        steps.values[steps.at(row, i % config.horizon()) + i / config.horizon()] = scaled[i];
      }
    }
    return steps;
  }

  /** A step counts if every target of it is known, and all that the net reads of it. */
  private Steps labels(int[] chosen) {
    Steps steps = new Steps(chosen.length, windows.targets(), config.horizon());
    for (int row = 0; row < chosen.length; row++) {
      SeriesFeatures series = windows.features(chosen[row]);
      for (int target = 0; target < windows.targets(); target++) {
        Scale scale = windows.scale(chosen[row], target);
        for (int t = 0; t < config.horizon(); t++) {
          int step = windows.step(chosen[row], t);
          double value = series.target(target, step);
          if (Double.isNaN(value) || series.futureGap(step)) {
            steps.gap(row, t);
          } else {
            steps.values[steps.at(row, t) + target] = (float) scale.scaled(value);
          }
        }
      }
    }
    return steps;
  }

  /** An array {@code [batch, size, time]} being filled, and which of its steps are missing. */
  private static final class Steps {
    private final int rows;
    private final int size;
    private final int time;
    final float[] values; // [time][row][size]
    private final boolean[] gaps; // [row][time]
    private boolean hasGaps;

    Steps(int rows, int size, int time) {
      this.rows = rows;
      this.size = size;
      this.time = time;
      this.values = new float[rows * size * time];
      this.gaps = new boolean[rows * time];
    }

    int at(int row, int t) {
      return (t * rows + row) * size;
    }

    void gap(int row, int t) {
      gaps[row * time + t] = true;
      hasGaps = true;
    }

    boolean hasGaps() {
      return hasGaps;
    }

    INDArray array() {
      return TimeMajor.sequences(Floats.array(values, time, rows, size)); // [batch, size, time]
    }

    INDArray mask() {
      float[] mask = new float[gaps.length];
      for (int i = 0; i < mask.length; i++) {
        mask[i] = gaps[i] ? 0 : 1;
      }
      return Floats.array(mask, rows, time); // [batch, time]
    }
  }
}
