package org.unroll.datasets.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.app.Hints;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.DecimalMark;
import org.unroll.datasets.table.TableSketch;

/**
 * Which column of a table of series is what.
 *
 * @param ids those that tell series apart; empty if something should and nothing does
 * @param targets what is forecast
 * @param past numbers that are known up to the forecast
 * @param future those that are known in advance: by their name, or as they go on where the target
 *     ends
 * @param fixed those that have one value a series
 */
record SeriesGuess(
    TableSketch table,
    TimeColumns time,
    Optional<List<String>> ids,
    List<ColumnSketch> targets,
    List<ColumnSketch> past,
    List<ColumnSketch> future,
    List<ColumnSketch> fixed) {
  private static final Set<String> TARGETS =
      Set.of(
          "target",
          "load",
          "demand",
          "consumption",
          "sales",
          "value",
          "y",
          "count",
          "volume",
          "power",
          "energy",
          "quantity",
          "units",
          "passengers",
          "price",
          "umsatz",
          "absatz",
          "verbrauch",
          "last",
          "menge",
          "ventas",
          "consumo",
          "visits",
          "close",
          "total");
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+");
  private static final Set<String> KNOWN =
      Set.of(
          "holiday", "holidays", "workingday", "workday", "weekend", "promo", "promotion", "event");

  /**
   * @param hints what the user said
   * @throws UserError if nothing can be forecast
   */
  static SeriesGuess of(TableSketch table, TimeColumns time, Hints hints) {
    List<String> given = hints.all("id");
    given.forEach(table::column);
    IdGuess guess = new IdGuess(table, time);
    Optional<List<String>> ids = given.isEmpty() ? guess.names() : Optional.of(given);
    List<ColumnSketch> numbers = new ArrayList<>();
    for (ColumnSketch column : table.columns()) {
      boolean taken =
          time.names().contains(column.name())
              || ids.isPresent() && ids.get().contains(column.name());
      if (!taken && column.isNumber() && column.counts().size() > 1 && !isIndex(column)) {
        numbers.add(column);
      }
    }
    List<ColumnSketch> targets = targets(table, numbers, hints.all("target"));
    numbers.removeAll(targets);
    List<String> series = guess.rows(ids.orElse(List.of()));
    List<ColumnSketch> past = new ArrayList<>();
    List<ColumnSketch> future = new ArrayList<>();
    List<ColumnSketch> fixed = new ArrayList<>();
    for (ColumnSketch column : numbers) {
      if (IdGuess.isFixed(column, series)) {
        fixed.add(column);
      } else if (isCalled(column, KNOWN) || goesOn(column, targets.get(0))) {
        future.add(column);
      } else {
        past.add(column);
      }
    }
    return new SeriesGuess(table, time, ids, targets, past, future, fixed);
  }

  private static boolean goesOn(ColumnSketch column, ColumnSketch target) {
    int last = target.cells().size() - 1;
    return target.cells().get(last).isEmpty() && !column.cells().get(last).isEmpty();
  }

  /** Numbers beside the targets. */
  List<ColumnSketch> others() {
    return Stream.of(past, future, fixed).flatMap(List::stream).toList();
  }

  /** A number of the row, as tables have it in front. */
  private static boolean isIndex(ColumnSketch column) {
    List<String> cells = column.cells();
    int last = cells.size() - 1;
    return last > 0
        && column.isCount()
        && column.counts().size() == cells.size()
        && cells.get(0).matches("[01]")
        && cells.get(last).matches("\\d+");
  }

  /** Those that the user named; else one that is called like such, or the last number. */
  private static List<ColumnSketch> targets(
      TableSketch table, List<ColumnSketch> numbers, List<String> named) {
    if (!named.isEmpty()) {
      List<ColumnSketch> targets = named.stream().map(table::column).toList();
      targets.forEach(SeriesGuess::requireNumbers);
      return targets;
    }
    if (numbers.isEmpty()) {
      throw new UserError("no column holds numbers to forecast; found: " + table.inWords());
    }
    return List.of(
        numbers.stream()
            .filter(column -> isCalled(column, TARGETS))
            .findFirst()
            .or(() -> last(numbers.stream().filter(column -> column.counts().size() > 2).toList()))
            .orElse(numbers.get(numbers.size() - 1)));
  }

  private static Optional<ColumnSketch> last(List<ColumnSketch> columns) {
    return columns.isEmpty() ? Optional.empty() : Optional.of(columns.get(columns.size() - 1));
  }

  /** Whether the target is called like one, and not merely the last column of numbers. */
  boolean isByName() {
    return isCalled(targets.get(0), TARGETS);
  }

  private static void requireNumbers(ColumnSketch column) {
    if (!column.isNumber()) {
      throw new UserError(
          "--target: column %s holds no numbers, such as \"%s\""
              .formatted(column.name(), column.example(40)));
    }
  }

  private static boolean isCalled(ColumnSketch column, Set<String> names) {
    List<String> words = List.of(column.name().toLowerCase(Locale.ROOT).split("[^a-z]+"));
    return words.stream().anyMatch(names::contains);
  }

  /** What a missing number may be written as: far below all others, and again and again. */
  Optional<String> sentinel() {
    ColumnSketch target = targets.get(0);
    return target.counts().entrySet().stream()
        .filter(each -> each.getValue() > 1 && each.getKey().matches("-9{2,5}(\\.0+)?"))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether all points may part thousands: three digits follow each, and there is no comma. */
  boolean mayPartThousands() {
    List<String> points = new ArrayList<>();
    for (ColumnSketch column : targets) {
      points.addAll(column.filled().stream().filter(cell -> cell.contains(".")).toList());
    }
    return !points.isEmpty() && points.stream().allMatch(THOUSANDS.asMatchPredicate());
  }

  /** The mark of all numbers. Where dates are written with points, points part thousands. */
  DecimalMark decimal() {
    boolean dotted = time.stamps().format().orElse("").contains(".");
    if (dotted && mayPartThousands()) {
      return DecimalMark.COMMA;
    }
    List<ColumnSketch> numbers = new ArrayList<>(targets);
    numbers.addAll(others());
    boolean points = numbers.stream().allMatch(column -> column.isNumber(DecimalMark.POINT));
    return points ? DecimalMark.POINT : DecimalMark.COMMA;
  }
}
