package org.unroll.datasets.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.TableSketch;
import org.unroll.datasets.text.LanguageName;

/**
 * Which columns of a table are sentences and their translations: those whose names say so, or else
 * the two whose cells are long and short together.
 *
 * @param doubts what may be otherwise, a sentence each
 */
public record PairGuess(ColumnSketch source, ColumnSketch target, List<String> doubts) {
  private static final Set<String> SOURCES = Set.of("source", "src", "input", "from");
  private static final Set<String> TARGETS =
      Set.of("target", "tgt", "trg", "output", "to", "translation");
  private static final int ROWS = 10_000;

  /** As alike as translations may be. */
  private static final double ALIKE = 0.5;

  /**
   * @param source the column of the sentences if the user named it
   * @param target the same of the translations
   * @throws UserError if there are no such columns
   */
  public static PairGuess of(TableSketch table, Optional<String> source, Optional<String> target) {
    Optional<ColumnSketch> from = source.map(table::column);
    Optional<ColumnSketch> to = target.map(table::column);
    if (from.isPresent() && from.equals(to)) {
      throw new UserError("--source and --target are both " + source.get() + "; name two columns");
    }
    List<ColumnSketch> texts = texts(table);
    from = from.or(() -> named(texts, SOURCES, to));
    Optional<ColumnSketch> first = from;
    Optional<ColumnSketch> second = to.or(() -> named(texts, TARGETS, first));
    if (first.isPresent() && second.isPresent()) {
      return new PairGuess(first.get(), second.get(), List.of());
    }
    return alike(table, texts, first, second);
  }

  private static List<ColumnSketch> texts(TableSketch table) {
    return table.columns().stream()
        .filter(column -> !column.isNumber())
        .filter(column -> 2 * column.filled().size() > column.cells().size())
        .toList();
  }

  private static Optional<ColumnSketch> named(
      List<ColumnSketch> texts, Set<String> names, Optional<ColumnSketch> but) {
    return texts.stream()
        .filter(column -> but.filter(column::equals).isEmpty())
        .filter(column -> names.contains(column.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The two columns whose lengths go together most; languages before others. */
  private static PairGuess alike(
      TableSketch table,
      List<ColumnSketch> texts,
      Optional<ColumnSketch> from,
      Optional<ColumnSketch> to) {
    List<PairGuess> all = new ArrayList<>();
    for (ColumnSketch one : from.map(List::of).orElse(texts)) {
      for (ColumnSketch other : to.map(List::of).orElse(texts)) {
        boolean turned =
            from.isEmpty() && to.isEmpty() && texts.indexOf(other) < texts.indexOf(one);
        if (!one.name().equals(other.name()) && !turned) {
          all.add(new PairGuess(one, other, List.of()));
        }
      }
    }
    if (all.isEmpty()) {
      throw new UserError(
          "expected two columns, of sentences and of their translations; found: "
              + table.inWords()
              + ". Name them by --source and --target");
    }
    all.sort((a, b) -> Double.compare(b.likely(), a.likely()));
    PairGuess best = all.get(0);
    if (all.size() > 1 && all.get(1).likely() > Math.min(ALIKE, best.likely() - ALIKE)) {
      return new PairGuess(best.source, best.target, List.of(best.doubt(texts)));
    }
    return best;
  }

  private String doubt(List<ColumnSketch> texts) {
    return "columns %s and %s are read, of %s: --source and --target, or data.columns, say so"
        .formatted(
            source.name(),
            target.name(),
            String.join(", ", texts.stream().map(ColumnSketch::name).toList()));
  }

  private double likely() {
    boolean languages =
        LanguageName.of(source.name()).isPresent() && LanguageName.of(target.name()).isPresent();
    return correlation() + (languages ? 3 : 0);
  }

  /** Of the logarithms of the lengths, row by row. */
  private double correlation() {
    int rows = Math.min(ROWS, source.cells().size());
    double n = 0;
    double[] sums = new double[5]; // x, y, xx, yy, xy
    for (int i = 0; i < rows; i++) {
      double x = Math.log1p(source.cells().get(i).length());
      double y = Math.log1p(target.cells().get(i).length());
      n++;
      sums[0] += x;
      sums[1] += y;
      sums[2] += x * x;
      sums[3] += y * y;
      sums[4] += x * y;
    }
    double spread = (sums[2] - sums[0] * sums[0] / n) * (sums[3] - sums[1] * sums[1] / n);
    return spread > 1e-9 ? (sums[4] - sums[0] * sums[1] / n) / Math.sqrt(spread) : 0;
  }
}
