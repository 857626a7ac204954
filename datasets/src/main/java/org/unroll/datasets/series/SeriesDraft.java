package org.unroll.datasets.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.DecimalMark;
import org.unroll.datasets.table.HeaderNames;
import org.unroll.datasets.table.TableSketch;

/** Drafts the section {@code series} of a config for a table. */
public final class SeriesDraft {
  /** What a user may say of the columns. */
  public static final List<Hint> HINTS =
      List.of(
          Hint.columns("target", "What is forecast; several are parted by commas."),
          Hint.columns("time", "The columns of the time stamp, joined by a space."),
          Hint.columns("id", "The columns that tell several series in one file apart."));

  /** The section, and its key of what is known up to the forecast. */
  public static final String SERIES = "series";

  public static final String PAST = "past";

  /** A table without stamps and with so many columns of numbers has a series in each row. */
  private static final int ROW_A_SERIES = 20;

  private final TableSketch table;
  private final Draft draft;

  private SeriesDraft(TableSketch table, Draft draft) {
    this.table = table;
    this.draft = draft;
  }

  /**
   * Fills the section.
   *
   * @return what the columns are called, of which there may be no header
   * @throws UserError if the table holds no series
   */
  public static HeaderNames fill(TableSketch table, Hints hints, Draft draft) {
    SeriesDraft series = new SeriesDraft(table, draft);
    Optional<TimeColumns> time = TimeColumns.of(table, hints.all("time"));
    return time.isPresent()
        ? series.stamped(SeriesGuess.of(table, time.get(), hints), hints)
        : series.rows();
  }

  private HeaderNames rows() {
    List<ColumnSketch> columns = table.columns();
    long numbers = columns.stream().filter(ColumnSketch::isNumber).count();
    if (numbers < ROW_A_SERIES) {
      throw new UserError(
          "no column holds time stamps; name it by --time. Found: " + table.inWords());
    }
    draft.saw("no time stamps, %d columns of numbers: a row is a series", numbers);
    draft.set(SERIES, "layout", "rows");
    draft.set(SERIES, "time", List.of());
    draft.set(SERIES, "targets", List.of("value"));
    draft.set(SERIES, "future", List.of());
    draft.ask(SERIES, "how long is a step? frequency: 1h, 1d, 1w, 1mo; 1h is assumed");
    return HeaderNames.of(table);
  }

  private HeaderNames stamped(SeriesGuess guess, Hints hints) {
    HeaderNames names = names(guess);
    time(guess, names);
    numbers(guess);
    if (guess.ids().isEmpty()) {
      draft.ask(
          SERIES,
          "stamps come again and again, but no column tells series apart: name it by --id, else rows of one stamp are averaged");
    }
    set("id", guess.ids().orElse(List.of()).stream().map(table::column).toList(), names);
    targets(guess, names, !hints.all("target").isEmpty());
    if (!guess.past().isEmpty()) {
      draft.saw("seen up to the forecast: %s", names(guess.past()));
      List<String> past = guess.past().stream().map(names::of).toList();
      draft.set(SERIES, PAST, past, "what is known in advance belongs to future");
    }
    List<String> future = guess.future().stream().map(names::of).toList();
    draft.set(SERIES, "future", future); // also if there are none: the defaults name some
    set("fixed", guess.fixed(), names);
    leftOut(guess);
    return names;
  }

  private void time(SeriesGuess guess, HeaderNames names) {
    TimeColumns time = guess.time();
    List<ColumnSketch> columns = time.names().stream().map(table::column).toList();
    set("time", columns, names);
    time.stamps().format().ifPresent(format -> draft.set(SERIES, "format", format));
    time.stamps().doubt().ifPresent(doubt -> draft.ask(SERIES, "%s", doubt));
    List<String> first = columns.stream().map(column -> column.example(40)).toList();
    draft.saw(
        "stamps: column %s, such as %s%s",
        String.join(" and ", time.names()),
        String.join(" ", first),
        time.stamps().format().map(format -> ", read by " + format).orElse(""));
    new TimeDraft(table, guess, draft).fill();
  }

  private void numbers(SeriesGuess guess) {
    if (guess.decimal() == DecimalMark.COMMA) {
      draft.set(SERIES, "decimal", ",");
    }
    if (guess.mayPartThousands()) {
      draft.ask(
          SERIES,
          "three digits follow each point of %s, such as %s: read as %s; decimal: '%s' reads them otherwise",
          names(guess.targets()),
          guess.targets().get(0).filled().stream().filter(c -> c.contains(".")).findFirst().get(),
          guess.decimal() == DecimalMark.COMMA ? "thousands" : "fractions",
          guess.decimal() == DecimalMark.COMMA ? "." : ",");
    }
    guess
        .sentinel()
        .ifPresent(
            value ->
                draft.ask(
                    SERIES,
                    "%s stands in the target again and again: if it means that there is no value, empty these cells first",
                    value));
  }

  private void targets(SeriesGuess guess, HeaderNames names, boolean named) {
    set("targets", guess.targets(), names);
    String found = names(guess.targets());
    if (guess.past().isEmpty() || named) {
      draft.saw("forecast: column %s", found);
    } else {
      draft.ask(
          SERIES,
          "%s is forecast, %s; --target names another of %s, or several (each a series of its own: layout: columns)",
          found,
          guess.isByName() ? "as its name says" : "as the last column of numbers",
          names(guess.past()));
    }
  }

  private static String names(List<ColumnSketch> columns) {
    return String.join(", ", columns.stream().map(ColumnSketch::name).toList());
  }

  private void set(String key, List<ColumnSketch> columns, HeaderNames names) {
    if (!columns.isEmpty()) {
      draft.set(SERIES, key, columns.stream().map(names::of).toList());
    }
  }

  private void leftOut(SeriesGuess guess) {
    List<String> left = new ArrayList<>(table.names());
    left.removeAll(guess.time().names());
    left.removeAll(guess.ids().orElse(List.of()));
    guess.targets().forEach(column -> left.remove(column.name()));
    guess.others().forEach(column -> left.remove(column.name()));
    if (!left.isEmpty()) {
      draft.saw("left out, no numbers or only one: %s", String.join(", ", left));
    }
  }

  /** Names for columns without a header, by what they hold. */
  private HeaderNames names(SeriesGuess guess) {
    Map<String, String> roles = new LinkedHashMap<>();
    guess.time().names().forEach(name -> roles.put(name, "time"));
    guess.ids().orElse(List.of()).forEach(name -> roles.put(name, "id"));
    guess.targets().forEach(column -> roles.put(column.name(), "target"));
    guess.others().forEach(column -> roles.put(column.name(), "number"));
    HeaderNames names = HeaderNames.of(table);
    for (Map.Entry<String, String> role : roles.entrySet()) {
      long alike = roles.values().stream().filter(role.getValue()::equals).count();
      String name = alike == 1 ? role.getValue() : role.getValue() + "-" + role.getKey();
      names = names.named(table.column(role.getKey()), name);
    }
    return names;
  }
}
