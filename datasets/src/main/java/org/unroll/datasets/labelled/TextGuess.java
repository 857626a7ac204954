package org.unroll.datasets.labelled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.TableSketch;

/**
 * Which column of a table holds texts, and which their classes: the texts are the longest cells,
 * classes are few values of which each comes often.
 *
 * @param separator what stands between labels if a cell holds several
 * @param doubts what may be otherwise, a sentence each
 */
public record TextGuess(
    ColumnSketch text, ColumnSketch label, Optional<String> separator, List<String> doubts) {
  private static final Set<String> NAMES =
      Set.of(
          "label",
          "labels",
          "class",
          "category",
          "categories",
          "sentiment",
          "target",
          "polarity",
          "rating",
          "stars",
          "score",
          "y",
          "tag",
          "tags",
          "topic",
          "genre",
          "genres",
          "intent",
          "emotion",
          "spam",
          "type");
  private static final int CLASSES = 100;
  private static final int NAMED = 3;
  private static final int ROWS_A_CLASS = 5;
  private static final double FILLED = 0.95;
  private static final String LIST = "|";
  private static final List<String> SEPARATORS = List.of(LIST, ";", ",");

  /** Words, and share of the longest text's characters, from which on a column is a text too. */
  private static final int WORDS = 3;

  private static final double LONG = 0.3;

  /**
   * @param namedText the text's column if the user named it
   * @param namedLabel the same of the label
   * @throws UserError if there are no such columns
   */
  public static TextGuess of(
      TableSketch table, Optional<String> namedText, Optional<String> namedLabel) {
    List<String> doubts = new ArrayList<>();
    ColumnSketch text = namedText.map(table::column).orElseGet(() -> text(table, namedLabel));
    List<ColumnSketch> candidates = labels(table, text);
    ColumnSketch label =
        namedLabel
            .map(table::column)
            .orElseGet(() -> candidates.stream().findFirst().orElseThrow(() -> noLabel(table)));
    if (namedLabel.isEmpty() && candidates.size() > 1) {
      List<String> others = candidates.stream().skip(1).limit(NAMED).map(TextGuess::told).toList();
      doubts.add(
          "the class is read from column %s; it could also be %s: --label or data.columns.label says so"
              .formatted(label.name(), String.join(", ", others)));
    }
    if (namedText.isEmpty()) {
      doubtTexts(table, text, label, doubts);
    }
    return new TextGuess(text, label, separator(label), doubts);
  }

  private static void doubtTexts(
      TableSketch table, ColumnSketch text, ColumnSketch label, List<String> doubts) {
    List<String> others =
        table.columns().stream()
            .filter(column -> !List.of(text.name(), label.name()).contains(column.name()))
            .filter(column -> column.words(0.5) >= WORDS && !column.isNumber())
            .filter(column -> column.characters() > LONG * text.characters())
            .map(ColumnSketch::name)
            .toList();
    if (!others.isEmpty()) {
      doubts.add(
          "only column %s is read; %s holds text as well: --text or data.columns.text says so"
              .formatted(text.name(), String.join(", ", others)));
    }
  }

  private static ColumnSketch text(TableSketch table, Optional<String> label) {
    return table.columns().stream()
        .filter(column -> label.isEmpty() || !column.name().equals(label.get()))
        .filter(column -> !column.isNumber())
        .max(Comparator.comparingDouble(ColumnSketch::characters))
        .orElseThrow(() -> new UserError("no column holds texts; found: " + table.inWords()));
  }

  /** Those that may hold classes, the most likely first. */
  private static List<ColumnSketch> labels(TableSketch table, ColumnSketch text) {
    return table.columns().stream()
        .filter(column -> !column.name().equals(text.name()))
        .filter(TextGuess::hasClasses)
        .sorted(
            Comparator.comparing((ColumnSketch column) -> !NAMES.contains(lower(column)))
                .thenComparing(TextGuess::isOftenEmpty)
                .thenComparing(column -> column.counts().size()))
        .toList();
  }

  private static boolean hasClasses(ColumnSketch column) {
    int filled = column.filled().size();
    int values = parts(column, separator(column)).size();
    boolean often = values >= 2 && values <= CLASSES && values * ROWS_A_CLASS <= filled;
    return 2 * filled > column.cells().size()
        && (often || NAMES.contains(lower(column)) && values >= 2 && 2 * values <= filled);
  }

  /** A class is what people fill in. */
  private static boolean isOftenEmpty(ColumnSketch column) {
    return column.filled().size() < FILLED * column.cells().size();
  }

  /** The name without what tells the grammar of a table: {@code Label:}, {@code star_rating}. */
  private static String lower(ColumnSketch column) {
    String[] words = column.name().toLowerCase(Locale.ROOT).split("[^a-z]+");
    return words.length == 0 ? "" : words[words.length - 1];
  }

  private static Optional<String> separator(ColumnSketch column) {
    List<String> filled = column.filled();
    if (filled.stream().filter(cell -> cell.matches("\\[.*]")).count() * 2 > filled.size()) {
      return Optional.of(LIST); // a list tells its labels itself
    }
    for (String each : SEPARATORS) {
      long several = column.filled().stream().filter(cell -> cell.contains(each)).count();
      int parts = parts(column, Optional.of(each)).size();
      if (10 * several > column.filled().size() && parts < column.counts().size()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static UserError noLabel(TableSketch table) {
    return new UserError(
        "no column looks like a class, that is, has few values which come often; name it by --label. Found: "
            + table.inWords());
  }

  private static String told(ColumnSketch column) {
    return "%s (%d values)".formatted(column.name(), column.counts().size());
  }

  /** How often each class, or label, occurs. */
  public Map<String, Integer> counts() {
    return parts(label, separator);
  }

  private static Map<String, Integer> parts(ColumnSketch column, Optional<String> separator) {
    if (separator.isEmpty()) {
      return column.counts();
    }
    LabelsConfig several = new LabelsConfig(separator.get(), 0.5);
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String cell : column.filled()) {
      several.split(cell).forEach(part -> counts.merge(part, 1, Integer::sum));
    }
    return counts;
  }
}
