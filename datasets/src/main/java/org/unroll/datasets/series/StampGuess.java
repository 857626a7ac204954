package org.unroll.datasets.series;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pattern of time stamps that fits all of a column. Where day and month cannot be told apart by
 * a number above 12, the reading is taken that leaves the fewest gaps.
 *
 * @param format none if they are ISO forms
 * @param stamps of the cells, in their order
 * @param doubt what else the stamps could be
 */
record StampGuess(Optional<String> format, List<TimeStamps.Stamp> stamps, Optional<String> doubt) {
  private static final List<String> PATTERNS =
      List.of(
          "yyyy/M/d",
          "yyyy/M/d H:mm",
          "yyyy/M/d H:mm:ss",
          "yyyy.M.d",
          "yyyy.M.d H:mm",
          "yyyyMMddHHmm",
          "yyyyMMddHH",
          "yyyyMMdd",
          "yyyyMMdd H:mm",
          "yyyyMMdd H:mm:ss",
          "d MMM yyyy",
          "d-MMM-yyyy",
          "d-MMM-yy",
          "MMM d, yyyy",
          "MMM yyyy",
          "MMM-yyyy",
          "MMM-yy",
          "M/yyyy",
          "yyyy/M",
          "d MMMM yyyy",
          "MMMM yyyy");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /** Whatever a column holds must look like a stamp here first. */
  private static final int LOOKED_AT = 50;

  private static final long DAY = 86_400;

  /** Share of cells that may be something else. */
  private static final double STRAY = 0.01;

  /**
   * @param cells without white space around
   * @param years whether numbers of four digits may be years
   * @return empty if they are no stamps
   */
  static Optional<StampGuess> of(List<String> cells, boolean years) {
    List<StampGuess> fitting = new ArrayList<>();
    List<String> start = cells.subList(0, Math.min(LOOKED_AT, cells.size()));
    for (Optional<String> format : candidates(cells, years)) {
      if (read(start, format).isPresent()) {
        read(cells, format).ifPresent(fitting::add);
      }
    }
    StampGuess best = null;
    for (StampGuess each : fitting) {
      best = best == null || each.regularity() > best.regularity() ? each : best;
    }
    if (best == null) {
      return Optional.empty();
    }
    for (StampGuess each : fitting) {
      if (each != best && each.regularity() == best.regularity()) {
        return Optional.of(best.doubting(each));
      }
    }
    return Optional.of(best);
  }

  private StampGuess doubting(StampGuess other) {
    String also = other.format.orElse("an ISO form");
    return new StampGuess(
        format,
        stamps,
        Optional.of("stamps are read as %s, but %s fits as well".formatted(format.get(), also)));
  }

  private static List<Optional<String>> candidates(List<String> cells, boolean years) {
    Set<String> suggested = new LinkedHashSet<>();
    for (String cell : cells) {
      Optional<String> pattern = StampFormat.suggested(cell);
      if (pattern.isPresent() && suggested.add(pattern.get()) && !pattern.get().contains(" or ")) {
        break; // a number above 12 has decided
      }
    }
    List<Optional<String>> all = new ArrayList<>();
    if (years || !cells.stream().allMatch(cell -> YEAR.matcher(cell).matches())) {
      all.add(Optional.empty());
    }
    for (String pattern : suggested) {
      List.of(pattern.split(" or ")).forEach(each -> all.add(Optional.of(each)));
    }
    PATTERNS.forEach(pattern -> all.add(Optional.of(pattern)));
    return all.stream().distinct().toList();
  }

  /** Empty if they do not fit. */
  static Optional<StampGuess> read(List<String> cells, Optional<String> format) {
    TimeStamps reader = new TimeStamps(format);
    List<TimeStamps.Stamp> stamps = new ArrayList<>();
    int others = 0;
    for (String cell : cells) {
      try {
        stamps.add(reader.read(cell));
      } catch (DateTimeException e) {
        others++;
      }
    }
    return stamps.isEmpty() || others > STRAY * cells.size()
        ? Optional.empty()
        : Optional.of(new StampGuess(format, stamps, Optional.empty()));
  }

  /**
   * How nearly the stamps fill the time from the first to the last in steps of the most frequent
   * length: 1 if there are neither gaps nor other steps. A month read as a day leaves large gaps.
   */
  private double regularity() {
    long[] seconds = seconds();
    Map<Long, Integer> counts = new HashMap<>();
    FrequencyGuess.countSteps(seconds, counts);
    if (counts.isEmpty()) {
      return 1;
    }
    double step = FrequencyGuess.mostFrequent(counts);
    double filled = (seconds.length - 1) * step / (seconds[seconds.length - 1] - seconds[0]);
    return Math.min(filled, 1 / filled);
  }

  private long[] seconds() {
    return stamps.stream()
        .mapToLong(stamp -> stamp.local().toEpochSecond(ZoneOffset.UTC))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Whether they are dates, mostly a day apart. */
  boolean isDaily() {
    Map<Long, Integer> counts = new HashMap<>();
    FrequencyGuess.countSteps(seconds(), counts);
    return !counts.isEmpty() && FrequencyGuess.mostFrequent(counts) == DAY;
  }

  /** What the clock showed. */
  List<LocalDateTime> local() {
    return stamps.stream().map(TimeStamps.Stamp::local).toList();
  }

  /** Whether every stamp says how far its clock is from UTC. */
  boolean haveOffsets() {
    return stamps.stream().allMatch(stamp -> stamp.offset().isPresent());
  }
}
