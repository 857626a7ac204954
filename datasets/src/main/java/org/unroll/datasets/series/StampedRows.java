package org.unroll.datasets.series;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.unroll.datasets.table.BadRow;

/** The rows of one series whose instants are not known before all are read. Not thread-safe. */
final class StampedRows {
  private final List<TimeStamps.Stamp> stamps = new ArrayList<>();
  private final List<RawSeries.Step> rows = new ArrayList<>();

  /**
   * @param row with any second
   */
  void add(TimeStamps.Stamp stamp, RawSeries.Step row) {
    stamps.add(stamp);
    rows.add(row);
  }

  /** Whether every stamp says how far its clock is from UTC. */
  boolean haveOffsets() {
    return stamps.stream().allMatch(stamp -> stamp.offset().isPresent());
  }

  /**
   * The rows at their instants.
   *
   * @param skipped rows are added whose stamp the clock skips
   */
  List<RawSeries.Step> steps(SeriesConfig config, List<BadRow> skipped) {
    List<LocalDateTime> local = new ArrayList<>();
    for (TimeStamps.Stamp stamp : stamps) {
      if (stamp.offset().isEmpty()) {
        local.add(stamp.local());
      }
    }
    OptionalLong[] seconds = LocalTimes.seconds(local, config.zoneId(), config.hourEnding());
    List<RawSeries.Step> steps = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < rows.size(); i++) {
      TimeStamps.Stamp stamp = stamps.get(i);
      RawSeries.Step row = rows.get(i);
      OptionalLong second =
          stamp.offset().isPresent()
              ? OptionalLong.of(stamp.local().toEpochSecond(stamp.offset().get()))
              : seconds[next++];
      if (second.isPresent()) {
        steps.add(new RawSeries.Step(second.getAsLong(), row.values(), row.origin()));
      } else {
        String reason = "%s does not exist in %s: the clock skips it";
        skipped.add(new BadRow(row.origin(), reason.formatted(stamp.local(), config.zone())));
      }
    }
    return steps;
  }
}
