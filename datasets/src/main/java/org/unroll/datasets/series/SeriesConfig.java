package org.unroll.datasets.series;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Replaced;
import org.unroll.datasets.table.DecimalMark;

@Doc("Which columns make up the series, and what is known when.")
public record SeriesConfig(
    @Doc("long: a row a step; columns: the same, each target a series; rows: a row a series.")
        @Default("long")
        Layout layout,
    @Doc("Columns of the time stamp, joined by a space; empty if the file has none.")
        @Default("[timestamp]")
        List<String> time,
    @Doc(
            "Pattern of the stamp, such as dd.MM.yyyy HH:mm, M/d/yyyy h:mm a or yyyyMMdd HH:mm XXX; ISO forms are known without.")
        Optional<String> format,
    @Doc("What stands before the fraction of a number: a point, or a comma.") @Default(".")
        DecimalMark decimal,
    @Doc("Time zone of the stamps, such as Europe/Berlin.") @Default("UTC") String zone,
    @Doc("Whether a stamp is the start or the end (hour-ending) of its step.") @Default("start")
        Stamps stamps,
    @Doc("Length of a step: 15m, 1h, 1d, 1w, 1mo, 1q, 1y; inferred if left out.")
        Optional<String> frequency,
    @Doc(
            "Cycles that come again, by name (day, week, year) or in steps; the best of them on the training span is the seasonal naive forecast's. Those of the frequency if left out.")
        @Default("[]")
        List<String> seasons,
    @Doc("Columns that tell several series in one file apart, such as [store, item].")
        @Default("[]")
        List<String> id,
    @Doc("Columns to forecast.") List<String> targets,
    @Doc("Columns known up to the forecast only.") @Default("[]") List<String> past,
    @Doc("Columns known for the hours to forecast too.") @Default("[]") List<String> future,
    @Doc("Columns with one value a series.") @Default("[]") List<String> fixed,
    @Doc("Features of the stamp, as sines and cosines: hour, weekday, season.") @Default("[]")
        List<CalendarFeature> calendar,
    @Doc("File of holidays, a date (2024-12-25) a line; adds a feature that is 1 on them.")
        Optional<String> holidays,
    @Doc("Columns computed from others, by name.") @Default("{}") @Replaced
        Map<String, Derivation> derive,
    @Doc("Future columns that hold what happened, not what was forecast then.") @Default("[]")
        List<String> exPost,
    @Default("{}") RepairConfig repair)
    implements Checked {
  /** The target's name where each target column is a series of its own. */
  static final String VALUE = "value";

  /** How a file holds its series. */
  public enum Layout {
    LONG,
    COLUMNS,
    ROWS
  }

  /** What a stamp means. */
  public enum Stamps {
    START,
    END
  }

  @Override
  public void check(String path, Problems problems) {
    checkTime(path, problems);
    if (targets.isEmpty()) {
      problems.add(path + ".targets", "name at least one column to forecast");
    }
    Set<String> named = new HashSet<>();
    for (String column : columns()) {
      if (!named.add(column)) {
        problems.add(path, "the column '" + column + "' is named twice; a column has one role");
      }
    }
    for (String column : exPost) {
      if (!future.contains(column)) {
        problems.add(path + ".ex-post", "'" + column + "' is not among series.future");
      }
    }
    if (layout == Layout.ROWS && columns().size() > 1) {
      problems.add(path + ".targets", "with layout: rows there is one target and no other column");
    }
  }

  private void checkTime(String path, Problems problems) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      problems.add(path + ".zone", "no time zone '" + zone + "'; such as UTC or Europe/Berlin");
    }
    if (frequency.isPresent() && Frequency.parse(frequency.get()).isEmpty()) {
      problems.add(path + ".frequency", "expected such as 15m, 1h, 1d, 1w, 1mo, 1q or 1y");
    }
    for (String season : seasons) {
      if (!season.matches("day|week|year|[1-9]\\d{0,5}")) {
        problems.add(
            path + ".seasons",
            "'" + season + "' is no cycle: write day, week, year or so many steps");
      }
    }
    if (hasNoStamps() && (!calendar.isEmpty() || holidays.isPresent())) {
      problems.add(path + ".calendar", "without time stamps there is no calendar; remove it");
    }
    if (layout != Layout.ROWS && time.isEmpty()) {
      problems.add(path + ".time", "name the column of the time stamp, or use layout: rows");
    }
    format.ifPresent(pattern -> TimeStamps.check(pattern, path + ".format", problems));
  }

  private boolean hasNoStamps() {
    return layout == Layout.ROWS;
  }

  /** The step of data without stamps. */
  Frequency countedFrequency() {
    return frequency.flatMap(Frequency::parse).orElse(Frequency.HOURLY);
  }

  /** Whether the calendar is on the day before the stamp at midnight. */
  public boolean hourEnding() {
    return stamps == Stamps.END;
  }

  /** Every column with a role: targets, past, future, fixed. */
  public List<String> columns() {
    List<String> all = new ArrayList<>(targets);
    all.addAll(past);
    all.addAll(future);
    all.addAll(fixed);
    return all;
  }

  /** What the targets are called in a {@link Series}: with a series a column, all are one. */
  public List<String> targetNames() {
    return layout == Layout.COLUMNS ? List.of(VALUE) : targets;
  }

  /** Whether a forecast sees what was not known when it would have been made. */
  public boolean isExPost() {
    return !exPost.isEmpty();
  }

  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }

  /** What every table of scores must say of such forecasts; empty otherwise. */
  public String remark() {
    return isExPost() ? "ex post: sees actual future values" : "";
  }
}
