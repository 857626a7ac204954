package org.unroll.datasets.ridge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unroll.core.Json;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;
import org.unroll.datasets.window.Forecaster;
import org.unroll.datasets.window.Scale;
import org.unroll.datasets.window.Windows;

/**
 * Ridge regression (Hoerl and Kennard, 1970) from everything the net sees to all steps of the
 * horizon: either one model, or one for each hour of the day at which the forecast starts. Penalty
 * and kind are chosen by the error on validation windows. Immutable.
 */
public final class Ridge implements Forecaster {
  private static final double[] PENALTIES = {1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1};
  private static final int HOURS = 24;
  private static final String FITTING = "fitting ridge";

  /** Enough to tell penalties apart. */
  private static final int CHOICE = 3_000;

  private final double[][] weights; // [group], inputs × outputs
  private final boolean byHour;
  private final double penalty;

  private Ridge(double[][] weights, boolean byHour, double penalty) {
    this.weights = weights;
    this.byHour = byHour;
    this.penalty = penalty;
  }

  /** The best of all penalties, and of both kinds where steps have hours. */
  public static Ridge fit(Windows train, Windows validation, Progress progress) {
    Windows chosen = thinned(validation, CHOICE);
    // each hour's model needs more windows than it has weights to be worth a look
    boolean enough = train.size() / HOURS > new RidgeInputs(train).size() / 2;
    boolean both = HourKinds.fit(train) && enough;
    try (Work work = progress.begin(FITTING, (both ? 2L : 1L) * train.size())) {
      Ridge best = best(train, chosen, false, work);
      if (both) {
        Ridge other = best(train, chosen, true, work);
        return error(other, chosen) < error(best, chosen) ? other : best;
      }
      return best;
    }
  }

  /** The same choice of penalty and kind, fitted on both. */
  public Ridge refit(Windows train, Windows validation, Progress progress) {
    try (Work work = progress.begin(FITTING, train.size() + validation.size())) {
      RidgeEquations[] equations = equations(train, byHour, work);
      add(validation, equations, byHour, work);
      return solve(equations, byHour, penalty);
    }
  }

  /** About as many windows as are wanted, spread over all of them and over the day. */
  static Windows thinned(Windows windows, int wanted) {
    int step = Math.max(1, windows.size() / wanted);
    while (step > 1 && (step % 2 == 0 || step % 3 == 0)) {
      step++; // no common divisor with the day: every hour is to be met
    }
    int[] kept = new int[(windows.size() + step - 1) / step];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = i * step;
    }
    return windows.only(kept);
  }

  /** The best one model for all windows. */
  static Ridge single(Windows train, Windows validation, Work work) {
    return best(train, validation, false, work);
  }

  /** The weights of one model for all windows, {@code [inputs][outputs]}. */
  static double[] weights(Windows train, double penalty) {
    return equations(train, false, Work.UNTOLD)[0].solve(penalty);
  }

  private static Ridge best(Windows train, Windows validation, boolean byHour, Work work) {
    RidgeEquations[] equations = equations(train, byHour, work);
    Ridge best = solve(equations, byHour, PENALTIES[PENALTIES.length - 1]);
    double lowest = error(best, validation);
    for (int i = PENALTIES.length - 2; i >= 0; i--) {
      Ridge other = solve(equations, byHour, PENALTIES[i]);
      double error = error(other, validation);
      if (error > lowest) {
        break; // it only gets worse with less penalty
      }
      best = other;
      lowest = error;
    }
    return best;
  }

  private static RidgeEquations[] equations(Windows train, boolean byHour, Work work) {
    RidgeInputs inputs = new RidgeInputs(train);
    RidgeEquations[] equations = new RidgeEquations[byHour ? HOURS : 1];
    Arrays.setAll(equations, i -> RidgeEquations.of(inputs));
    add(train, equations, byHour, work);
    return equations;
  }

  private static void add(Windows train, RidgeEquations[] equations, boolean byHour, Work work) {
    SideBySide.fit(
        equations.length,
        equations[0].inputs(),
        group -> {
          RidgeRows rows = new RidgeRows(train, equations[group]);
          for (int window = 0; window < train.size(); window++) {
            if (group(train, window, byHour) == group) {
              rows.add(window);
              work.advance(1);
            }
          }
          rows.equations();
        });
  }

  private static int group(Windows windows, int window, boolean byHour) {
    return byHour ? windows.time(window, 0).getHour() : 0;
  }

  private static Ridge solve(RidgeEquations[] equations, boolean byHour, double penalty) {
    double[][] weights = new double[equations.length][];
    SideBySide.fit(
        weights.length,
        equations[0].inputs(),
        group -> weights[group] = equations[group].solve(penalty));
    return new Ridge(weights, byHour, penalty);
  }

  /** Mean squared, in units of each target's deviation. */
  static double error(Forecaster ridge, Windows windows) {
    return MeanLoss.of(
        ridge,
        windows,
        (window, target, error) -> {
          double relative = error / windows.trainingScale(target).deviation();
          return relative * relative;
        });
  }

  @Override
  public double[][] forecast(Windows windows, int window) {
    RidgeInputs inputs = new RidgeInputs(windows);
    double[] row = new double[inputs.size()];
    inputs.write(window, row, 0);
    double[] scaled = new double[inputs.outputs()];
    double[] own = weights[group(windows, window, byHour)];
    for (int i = 0; i < row.length; i++) {
      for (int o = 0; o < scaled.length; o++) {
        scaled[o] += row[i] * own[i * scaled.length + o];
      }
    }
    return restored(windows, window, scaled);
  }

  /** From target after target, scaled, to {@code [target][step]} in the units of the data. */
  static double[][] restored(Windows windows, int window, double[] scaled) {
    int horizon = windows.config().horizon();
    double[][] forecast = new double[windows.targets()][horizon];
    for (int target = 0; target < forecast.length; target++) {
      Scale scale = windows.scale(window, target);
      for (int step = 0; step < horizon; step++) {
        forecast[target][step] = scale.restored(scaled[target * horizon + step]);
      }
    }
    return forecast;
  }

  double penalty() {
    return penalty;
  }

  /** Of one model for all windows, {@code [inputs][outputs]}. */
  double[] weights() {
    return weights[0];
  }

  /** What was chosen, such as {@code penalty 0.001, one model an hour of the day}. */
  public String choice() {
    return "penalty " + penalty + (byHour ? ", one model an hour of the day" : ", one model");
  }

  /** How many numbers it is. */
  public long size() {
    return Arrays.stream(weights).mapToLong(each -> each.length).sum();
  }

  /** What the file holds: numbers as bytes, big-endian. */
  private record Saved(List<byte[]> weights, boolean byHour, double penalty) {}

  public void save(Path file) throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (double[] each : weights) {
      ByteBuffer bytes = ByteBuffer.allocate(each.length * Double.BYTES);
      bytes.asDoubleBuffer().put(each);
      all.add(bytes.array());
    }
    Json.MAPPER.writeValue(file.toFile(), new Saved(all, byHour, penalty));
  }

  public static Ridge load(Path file) {
    Saved saved = Json.read(file, Saved.class);
    double[][] weights = new double[saved.weights().size()][];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = new double[saved.weights().get(i).length / Double.BYTES];
      ByteBuffer.wrap(saved.weights().get(i)).asDoubleBuffer().get(weights[i]);
    }
    return new Ridge(weights, saved.byHour(), saved.penalty());
  }
}
