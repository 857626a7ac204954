package org.unroll.datasets.window;

import java.util.ArrayList;
import java.util.List;
import org.unroll.datasets.series.CalendarFeature;
import org.unroll.datasets.series.Frequency;
import org.unroll.datasets.series.SeriesConfig;

/**
 * What stands where in the net's inputs. A step of the past holds the targets, then the covariates:
 * those of the past only, those known in future, the calendar, the fixed ones. A step to forecast
 * holds the covariates from those known in future on, then the targets some steps before, and last
 * its place in the horizon.
 *
 * @param targets names of the targets
 * @param past covariates known up to the forecast
 * @param future covariates known for the hours to forecast too
 * @param fixed covariates with one value a series
 * @param calendar features of the stamp that steps of this length have
 * @param holiday whether a holiday flag follows the calendar
 */
public record FeatureLayout(
    List<String> targets,
    List<String> past,
    List<String> future,
    List<String> fixed,
    List<CalendarFeature> calendar,
    boolean holiday) {

  static FeatureLayout of(SeriesConfig config, Frequency frequency) {
    return new FeatureLayout(
        config.targetNames(),
        config.past(),
        config.future(),
        config.fixed(),
        config.calendar().stream().filter(feature -> feature.tells(frequency)).toList(),
        config.holidays().isPresent() && !frequency.isMonthly());
  }

  /** All columns that are read, targets first. */
  public List<String> columns() {
    List<String> all = new ArrayList<>(targets);
    all.addAll(past);
    all.addAll(future);
    all.addAll(fixed);
    return all;
  }

  /** Numbers of the calendar in a step. */
  public int calendarSize() {
    int size = holiday ? 1 : 0;
    for (CalendarFeature feature : calendar) {
      size += feature.size();
    }
    return size;
  }

  /** Covariates in a step of the past. */
  public int covariates() {
    return past.size() + future.size() + calendarSize() + fixed.size();
  }

  /** Covariates in a step to forecast, without lags and its place. */
  int known() {
    return covariates() - past.size();
  }

  /** Units of the graph's input {@code past}. */
  public int pastSize() {
    return targets.size() + covariates();
  }

  /** Units of the graph's input {@code future}. */
  public int futureSize(WindowShape window) {
    return known() + targets.size() * window.lags().size() + 1;
  }
}
