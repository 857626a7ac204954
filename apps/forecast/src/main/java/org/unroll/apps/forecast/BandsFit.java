package org.unroll.apps.forecast;

import java.util.Arrays;
import org.unroll.apps.forecast.analysis.WindowForecast;
import org.unroll.core.data.Spread;
import org.unroll.core.metric.Levels;
import org.unroll.datasets.window.Windows;

/**
 * Split conformal calibration of quantiles (Romano, Patterson and Candès, NeurIPS 2019): a level
 * that lies too near is moved out by that quantile of what the truths of validation windows lie
 * beyond it, with their correction for a finite number of windows. One that lies too far is drawn
 * in by a factor, that quantile of how far truths lie from the point in units of the level's own
 * distance, unless a shift of all alike foresees these windows better, which leaves nothing of
 * bands that are narrow with reason. Where the median is no level, the two around it move together,
 * in such shares that the point between them stays, until so many truths lie between.
 *
 * <p>That a level then holds for windows to come assumes that errors there are distributed as on
 * the validation split, in units of {@link Bands#unit}. Windows overlap and follow each other in
 * time, so this is no theorem here: the validation split is the latest part before them, and what
 * changes in between, such as a season that it lacks, is not covered. Windows that share no step
 * are counted as the independent ones; with enough of them each step of the horizon moves by
 * itself, with fewer all steps share their moves. Of very few steps to forecast, however often
 * windows hold them, a level moves to where their number alone would put it: of less than nine, 0.9
 * to the furthest truth.
 */
final class BandsFit {
  /** Windows without a common step from which on each step stands by itself. */
  static final int ENOUGH = 100;

  /** Steps to forecast below which their number sets the rank of a quantile. */
  private static final int FEW = 50;

  /** Numbers that are held at most, 64 MiB; of more windows some are left out. */
  private static final int MOST = 1 << 24;

  private final Levels levels;
  private final float[][][][] errors; // [target][level][step][window], NaN where not known
  private final int apart;
  private final int truths;

  /**
   * @param errors {@code [target][level][step][window]}: what the truths lie above the level
   * @param apart windows that share no step
   * @param truths steps that the windows forecast, each counted once; at least 1
   */
  BandsFit(Levels levels, float[][][][] errors, int apart, int truths) {
    this.levels = levels;
    this.errors = errors;
    this.apart = apart;
    this.truths = truths;
  }

  /**
   * @param net whose quantiles are as they come
   * @param validation windows that it was not trained on
   */
  static Bands of(WindowForecast net, Windows validation, Levels levels) {
    int steps = validation.config().horizon();
    int each = validation.targets() * levels.count() * steps;
    Windows windows = validation.only(Spread.of(validation.size(), Math.max(1, MOST / each)));
    float[][][][] errors = new float[windows.targets()][levels.count()][steps][windows.size()];
    net.forecast(
        windows,
        (window, forecast) -> {
          for (int target = 0; target < errors.length; target++) {
            double[] truth = windows.truth(window, target);
            double unit = Bands.unit(windows, window, target);
            for (int level = 0; level < levels.count(); level++) {
              for (int step = 0; step < steps; step++) {
                errors[target][level][step][window] =
                    (float) ((truth[step] - forecast[target][level][step]) / unit);
              }
            }
          }
        });
    return new BandsFit(levels, errors, apart(windows), truths(windows)).bands();
  }

  /** Windows that share no step with the one counted before. */
  private static int apart(Windows windows) {
    int count = 0;
    int last = -1;
    for (int window = 0; window < windows.size(); window++) {
      if (last < 0
          || windows.seriesOf(window) != windows.seriesOf(last)
          || windows.origin(window) >= windows.origin(last) + windows.config().horizon()) {
        count++;
        last = window;
      }
    }
    return count;
  }

  private static int truths(Windows windows) {
    int horizon = windows.config().horizon();
    int count = Math.min(windows.size(), 1) * horizon;
    for (int window = 1; window < windows.size(); window++) {
      boolean same = windows.seriesOf(window) == windows.seriesOf(window - 1);
      int on = windows.origin(window) - windows.origin(window - 1);
      count += same ? Math.min(horizon, on) : horizon;
    }
    return Math.max(1, count);
  }

  Bands bands() {
    boolean byStep = apart >= ENOUGH;
    int steps = errors[0][0].length;
    int width = byStep ? 1 : steps;
    double[][][] factors = new double[errors.length][levels.count()][steps];
    double[][][] shifts = new double[errors.length][levels.count()][steps];
    for (int target = 0; target < errors.length; target++) {
      for (int step = 0; step < steps; step += width) {
        Move[] moves = moves(target, step, step + width);
        for (int level = 0; level < moves.length; level++) {
          Arrays.fill(factors[target][level], step, step + width, moves[level].factor);
          Arrays.fill(shifts[target][level], step, step + width, moves[level].shift);
        }
      }
    }
    return new Bands(levels, factors, shifts, errors[0][0][0].length, byStep, truths < FEW);
  }

  private record Move(double factor, double shift) {}

  /** One for each level, that all steps from one to another share. */
  private Move[] moves(int target, int from, int to) {
    Move[] moves = new Move[levels.count()];
    int above = levels.below();
    boolean between = !levels.holdMedian() && above > 0 && above < moves.length;
    for (int level = 0; level < moves.length; level++) {
      boolean point = between ? level == above - 1 || level == above : level == levels.nearest();
      moves[level] = point ? new Move(1, 0) : move(target, level, from, to);
    }
    if (between) {
      moveAround(moves, target, from, to);
    }
    return moves;
  }

  private Move move(int target, int level, int from, int to) {
    double share = level(level);
    boolean upper = level >= levels.below();
    double shift = quantile(known(errors[target][level], from, to), share, share > 0.5);
    Move shifted = new Move(1, shift);
    if (upper ? shift >= 0 : shift <= 0) {
      return shifted;
    }
    Move drawn = new Move(factor(upper ? share : 1 - share, target, from, to, level), 0);
    return loss(shifted, target, level, from, to) < loss(drawn, target, level, from, to)
        ? shifted
        : drawn;
  }

  /** The pinball loss of a level that moves so. */
  private double loss(Move move, int target, int level, int from, int to) {
    boolean upper = level >= levels.below();
    double loss = 0;
    for (int step = from; step < to; step++) {
      for (int window = 0; window < errors[target][level][step].length; window++) {
        double fromPoint = fromPoint(errors[target], step, window);
        double away = fromPoint - errors[target][level][step][window];
        double moved = move.factor * away + move.shift;
        double error = fromPoint - (upper ? Math.max(0, moved) : Math.min(0, moved));
        loss +=
            Double.isNaN(error) ? 0 : Math.max(level(level) * error, (level(level) - 1) * error);
      }
    }
    return loss;
  }

  private double fromPoint(float[][][] ofLevels, int step, int window) {
    return levels.point(level -> ofLevels[level][step][window]);
  }

  private double level(int level) {
    return levels.values().get(level);
  }

  /** Those of the two around the median, for what lies between them. */
  private void moveAround(Move[] moves, int target, int from, int to) {
    int above = levels.below();
    double held = level(above) - level(above - 1);
    double share = (0.5 - level(above - 1)) / held; // of the width, below the point
    double[] low = known(errors[target][above - 1], from, to);
    double[] high = known(errors[target][above], from, to);
    double[] outside = new double[low.length];
    Arrays.setAll(outside, i -> Math.max(-low[i] / share, high[i] / (1 - share)));
    double wider = quantile(outside, held, true);
    Move[] shifted = {new Move(1, -share * wider), new Move(1, (1 - share) * wider)};
    double factor = wider >= 0 ? 1 : factor(held, target, from, to, above - 1, above);
    Move[] drawn = {new Move(factor, 0), new Move(factor, 0)};
    boolean shift = wider >= 0 || loss(shifted, target, from, to) < loss(drawn, target, from, to);
    System.arraycopy(shift ? shifted : drawn, 0, moves, above - 1, 2);
  }

  /** That of the two around the median. */
  private double loss(Move[] two, int target, int from, int to) {
    int above = levels.below();
    return loss(two[0], target, above - 1, from, to) + loss(two[1], target, above, from, to);
  }

  /**
   * Of how far some levels lie from the point, at most 1.
   *
   * @param held share of the truths that none of them then lies short of
   */
  private double factor(double held, int target, int from, int to, int... some) {
    double[] all = new double[(to - from) * errors[target][0][from].length];
    int count = 0;
    for (int step = from; step < to; step++) {
      for (int window = 0; window < errors[target][0][step].length; window++) {
        if (!Float.isNaN(errors[target][0][step][window])) {
          all[count++] = furthest(errors[target], step, window, some);
        }
      }
    }
    return Math.max(0, Math.min(1, quantile(Arrays.copyOf(all, count), held, true)));
  }

  /** The most that a truth lies from the point, in distances of levels from it. */
  private double furthest(float[][][] ofLevels, int step, int window, int... some) {
    double fromPoint = fromPoint(ofLevels, step, window);
    double most = Double.NEGATIVE_INFINITY;
    for (int level : some) {
      double distance = fromPoint - ofLevels[level][step][window];
      boolean upper = level >= levels.below();
      if (upper ? distance > 0 : distance < 0) {
        most = Math.max(most, fromPoint / distance);
      } else if (upper ? fromPoint > 0 : fromPoint < 0) {
        most = Double.POSITIVE_INFINITY;
      }
    }
    return most;
  }

  /** Those of some steps whose truth is known. */
  private static double[] known(float[][] ofSteps, int from, int to) {
    double[] all = new double[(to - from) * ofSteps[0].length];
    int count = 0;
    for (int step = from; step < to; step++) {
      for (float error : ofSteps[step]) {
        if (!Float.isNaN(error)) {
          all[count++] = error;
        }
      }
    }
    return Arrays.copyOf(all, count);
  }

  /**
   * @param high rather too high a value than too low a one
   */
  private double quantile(double[] values, double share, boolean high) {
    if (values.length == 0) {
      return 0;
    }
    Arrays.sort(values);
    double rank = (values.length + 1) * (truths < FEW ? ofFew(share, high) : share);
    int whole = (int) (high ? Math.ceil(rank) : Math.floor(rank));
    return values[Math.max(1, Math.min(values.length, whole)) - 1];
  }

  /** The share that so many truths would give if each stood in one window. */
  private double ofFew(double share, boolean high) {
    double rank = (truths + 1) * share;
    return Math.max(0, Math.min(1, (high ? Math.ceil(rank) : Math.floor(rank)) / truths));
  }
}
