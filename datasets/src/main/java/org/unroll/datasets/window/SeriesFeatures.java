package org.unroll.datasets.window;

import java.time.ZonedDateTime;
import java.util.List;
import org.unroll.datasets.series.CalendarFeature;
import org.unroll.datasets.series.Holidays;
import org.unroll.datasets.series.Series;

/** One series with its covariates scaled, step by step. Immutable and thread-safe. */
public final class SeriesFeatures {
  private final Series series;
  private final FeatureLayout layout;
  private final double[][] targets; // [target][step], in the units of the data
  private final float[] covariates; // [step][covariate], 0 where a value is missing
  private final boolean[] pastGaps;
  private final boolean[] futureGaps;

  private SeriesFeatures(Series series, FeatureLayout layout) {
    this.series = series;
    this.layout = layout;
    this.targets = new double[layout.targets().size()][];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = series.values(layout.targets().get(i));
    }
    this.covariates = new float[series.length() * layout.covariates()];
    this.pastGaps = new boolean[series.length()];
    this.futureGaps = new boolean[series.length()];
  }

  static SeriesFeatures of(Series series, FittedSeries fitted) {
    FeatureLayout layout = fitted.layout();
    SeriesScales scales = fitted.scales();
    SeriesFeatures features = new SeriesFeatures(series, layout);
    features.addColumns(layout.past(), 0, scales, false);
    features.addColumns(layout.future(), layout.past().size(), scales, true);
    features.addCalendar(fitted.config().hourEnding(), fitted.holidays());
    features.addColumns(layout.fixed(), layout.covariates() - layout.fixed().size(), scales, false);
    for (double[] target : features.targets) {
      for (int step = 0; step < target.length; step++) {
        features.pastGaps[step] |= Double.isNaN(target[step]);
      }
    }
    return features;
  }

  private void addColumns(List<String> names, int at, SeriesScales scales, boolean known) {
    int width = layout.covariates();
    for (int i = 0; i < names.size(); i++) {
      double[] values = series.values(names.get(i));
      Scale scale = scales.columns().get(names.get(i));
      for (int step = 0; step < values.length; step++) {
        boolean missing = Double.isNaN(values[step]);
        covariates[step * width + at + i] = missing ? 0 : (float) scale.scaled(values[step]);
        pastGaps[step] |= missing;
        futureGaps[step] |= missing && known;
      }
    }
  }

  private void addCalendar(boolean hourEnding, Holidays holidays) {
    int width = layout.covariates();
    int first = layout.past().size() + layout.future().size();
    boolean none = layout.calendarSize() == 0;
    for (int step = 0; !none && step < series.length(); step++) {
      ZonedDateTime time = series.axis().during(step, hourEnding);
      int at = step * width + first;
      for (CalendarFeature feature : layout.calendar()) {
        feature.write(time, covariates, at);
        at += feature.size();
      }
      if (layout.holiday()) {
        covariates[at] = holidays.days().contains(time.toLocalDate()) ? 1 : 0;
      }
    }
  }

  public Series series() {
    return series;
  }

  FeatureLayout layout() {
    return layout;
  }

  int length() {
    return series.length();
  }

  /** In the units of the data, NaN where it is missing. */
  public double target(int target, int step) {
    return targets[target][step];
  }

  /** Whether every target is known at a step. */
  boolean hasTargets(int step) {
    for (double[] target : targets) {
      if (Double.isNaN(target[step])) {
        return false;
      }
    }
    return true;
  }

  double[] targets(int target) {
    return targets[target];
  }

  /** Whether a value that the net reads of a past step is missing. */
  boolean pastGap(int step) {
    return pastGaps[step];
  }

  /** Whether a value that the net reads of a step to forecast is missing. */
  boolean futureGap(int step) {
    return futureGaps[step];
  }

  /** Copies the covariates of a step, from the given one on. */
  void covariates(int step, int from, float[] into, int at) {
    int width = layout.covariates();
    System.arraycopy(covariates, step * width + from, into, at, width - from);
  }

  public float covariate(int step, int covariate) {
    return covariates[step * layout.covariates() + covariate];
  }
}
