package org.unroll.datasets.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.datasets.table.BadRow;

/**
 * Makes a regular series of rows as they come: sorts them, joins those of one stamp, opens gaps,
 * fills the short ones. What it did is told to the {@link Findings}. Days of 23 and 25 hours need
 * no care: rows lie at their instant, not at their clock time. Not thread-safe.
 */
final class SeriesRepair {
  private static final long MOST_GAPS = 20;
  private static final long MOST_STEPS = 100_000;

  private final SeriesConfig config;
  private final RawTable table;
  private final Frequency frequency;
  private final Findings findings;
  private final GapFilling gaps;
  private final List<BadRow> offGrid = new ArrayList<>();

  SeriesRepair(SeriesConfig config, RawTable table, Frequency frequency, Findings findings) {
    this.config = config;
    this.table = table;
    this.frequency = frequency;
    this.findings = findings;
    this.gaps = new GapFilling(config.repair(), findings);
  }

  /** Rows left out because their stamp lies between the steps. */
  List<BadRow> offGrid() {
    return offGrid;
  }

  Series regular(RawSeries raw) {
    List<RawSeries.Step> rows = onGrid(sorted(raw));
    TimeAxis axis =
        TimeAxis.of(
            onUsualDay(rows.get(0).second(), raw), frequency, config.zoneId(), table.stamps());
    int length = length(rows, axis);
    double[][] values = new double[table.columns().size()][length];
    for (double[] column : values) {
      Arrays.fill(column, Double.NaN);
    }
    place(rows, axis, values);
    noteMissingRows(rows, axis);
    for (int column = 0; column < values.length; column++) {
      gaps.fill(table.columns().get(column), values[column], axis, raw.id());
    }
    return new Series(raw.id(), axis, table.columns(), values);
  }

  /** The first month, from the day of the month on that most stamps have. */
  private long onUsualDay(long first, RawSeries raw) {
    if (frequency.unit() != Frequency.Unit.MONTH) {
      return first;
    }
    Map<Integer, Integer> days = new HashMap<>();
    for (RawSeries.Step row : raw.rows()) {
      ZonedDateTime time = Instant.ofEpochSecond(row.second()).atZone(config.zoneId());
      days.merge(time.getDayOfMonth(), 1, Integer::sum);
    }
    LocalDate month = Frequency.date(first);
    int day = Math.min(FrequencyGuess.mostFrequent(days), month.lengthOfMonth());
    return month.withDayOfMonth(day).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }

  /** One wrong stamp must not fill the memory with a gap of a thousand years. */
  private int length(List<RawSeries.Step> rows, TimeAxis axis) {
    long last = rows.get(rows.size() - 1).second();
    long length = frequency.between(axis.start(), last) + 1;
    if (length > MOST_GAPS * rows.size() + MOST_STEPS) {
      int widest = 1;
      for (int i = 2; i < rows.size(); i++) {
        long gap = rows.get(i).second() - rows.get(i - 1).second();
        widest = gap > rows.get(widest).second() - rows.get(widest - 1).second() ? i : widest;
      }
      throw new UserError(
          "%s: a gap of %,d steps of %s up to here, in a series of %,d rows: mend the stamp, or set series.frequency"
              .formatted(
                  place(rows.get(widest)),
                  frequency.between(rows.get(widest - 1).second(), rows.get(widest).second()),
                  frequency.inWords(),
                  rows.size()));
    }
    return (int) length;
  }

  private List<RawSeries.Step> sorted(RawSeries raw) {
    List<RawSeries.Step> rows = new ArrayList<>();
    for (RawSeries.Step row : raw.rows()) {
      rows.add(new RawSeries.Step(placed(row), row.values(), row.origin()));
    }
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).second() < rows.get(i - 1).second()) {
        findings.add("rows out of order, sorted", 1, place(rows.get(i)));
      }
    }
    rows.sort(Comparator.comparingLong(RawSeries.Step::second));
    return rows;
  }

  private long placed(RawSeries.Step row) {
    return table.stamps() == TimeAxis.Stamps.NONE
        ? row.second()
        : frequency.placed(row.second(), config.zoneId());
  }

  /** The rows whose stamps are whole steps apart from most others. */
  private List<RawSeries.Step> onGrid(List<RawSeries.Step> rows) {
    Map<Long, Integer> phases = new HashMap<>();
    for (RawSeries.Step row : rows) {
      phases.merge(phase(row), 1, Integer::sum);
    }
    long usual =
        phases.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    List<RawSeries.Step> kept = new ArrayList<>();
    for (RawSeries.Step row : rows) {
      if (phase(row) == usual) {
        kept.add(row);
      } else {
        offGrid.add(
            new BadRow(
                row.origin(),
                "irregular stamp: not a whole step of "
                    + frequency.inWords()
                    + " from the others"));
      }
    }
    return kept;
  }

  private long phase(RawSeries.Step row) {
    return frequency.phase(row.second());
  }

  private void place(List<RawSeries.Step> rows, TimeAxis axis, double[][] values) {
    int from = 0;
    while (from < rows.size()) {
      int to = from + 1;
      while (to < rows.size() && rows.get(to).second() == rows.get(from).second()) {
        to++;
      }
      double[] joined = to - from == 1 ? rows.get(from).values() : joined(rows.subList(from, to));
      int step = axis.step(rows.get(from).second());
      for (int column = 0; column < values.length; column++) {
        values[column][step] = joined[column];
      }
      from = to;
    }
  }

  private double[] joined(List<RawSeries.Step> rows) {
    RawSeries.Step second = rows.get(1);
    RepairConfig.Duplicates rule = config.repair().duplicates();
    if (rule == RepairConfig.Duplicates.ERROR) {
      throw new UserError(
          place(second)
              + ": a second row of this stamp; remove it or set series.repair.duplicates");
    }
    String how =
        rule == RepairConfig.Duplicates.MEAN
            ? "averaged"
            : "the " + rule.name().toLowerCase(Locale.ROOT) + " is kept";
    findings.add("repeated stamps, " + how, rows.size() - 1, place(second));
    double[] joined = new double[table.columns().size()];
    for (int column = 0; column < joined.length; column++) {
      joined[column] = joined(rows, column, rule);
    }
    return joined;
  }

  private static double joined(
      List<RawSeries.Step> rows, int column, RepairConfig.Duplicates rule) {
    double sum = 0;
    int count = 0;
    double kept = Double.NaN;
    for (RawSeries.Step row : rows) {
      double value = row.values()[column];
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
        kept = rule == RepairConfig.Duplicates.FIRST && count > 1 ? kept : value;
      }
    }
    return rule == RepairConfig.Duplicates.MEAN && count > 0 ? sum / count : kept;
  }

  private void noteMissingRows(List<RawSeries.Step> rows, TimeAxis axis) {
    for (int i = 1; i < rows.size(); i++) {
      int missing = axis.step(rows.get(i).second()) - axis.step(rows.get(i - 1).second()) - 1;
      if (missing > 0) {
        String example = "%d steps after %s".formatted(missing, place(rows.get(i - 1)));
        findings.add("gaps in the stamps", 1, example);
        gaps.refuse(example);
      }
    }
  }

  private String place(RawSeries.Step row) {
    return row.origin() + " (" + stamp(row) + ")";
  }

  private String stamp(RawSeries.Step row) {
    return TimeAxis.of(row.second(), frequency, config.zoneId(), TimeAxis.Stamps.LOCAL).label(0);
  }
}
