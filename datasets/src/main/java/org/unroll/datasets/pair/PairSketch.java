package org.unroll.datasets.pair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.ParallelRows;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.Row;
import org.unroll.datasets.table.TableLayout;
import org.unroll.datasets.text.SentenceForm;
import org.unroll.datasets.text.SentencePair;
import org.unroll.datasets.text.SpacelessScript;

/**
 * Sentences and their translations, the first ones of all.
 *
 * @param count of all pairs, or of those that are trained on
 */
public record PairSketch(ColumnSketch source, ColumnSketch target, int count) {
  /** Pairs that are looked at. */
  private static final int LOOKED_AT = 300_000;

  /** Sentences whose form is looked at. */
  private static final int FORMS = 2_000;

  private static final double HARDLY = 0.05;

  /** The share that a draft leaves to train on. */
  private static final double TRAINED = 0.8;

  /** Two columns of a table. */
  public static PairSketch of(ColumnSketch source, ColumnSketch target) {
    return new PairSketch(source, target, source.cells().size());
  }

  /**
   * The lines of files.
   *
   * @param pairs translations by source
   * @throws org.unroll.core.UserError if one has more lines than its translation
   */
  public static PairSketch of(Map<Path, Path> pairs, TableLayout layout) {
    List<String> sources = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    int count = 0;
    for (Map.Entry<Path, Path> pair : pairs.entrySet()) {
      try (ParallelRows rows = new ParallelRows(pair.getKey(), pair.getValue(), layout)) {
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
          if (row.get() instanceof Row.Cells good && count++ < LOOKED_AT) {
            sources.add(good.cells().get(0).strip());
            targets.add(good.cells().get(1).strip());
          }
        }
      } catch (IOException e) {
        throw PlainTextFile.unreadable(pair.getKey(), e);
      }
    }
    return new PairSketch(
        new ColumnSketch("source", sources), new ColumnSketch("target", targets), count);
  }

  /** The same, of which a part is not trained on. */
  public PairSketch cut() {
    return new PairSketch(source, target, (int) (TRAINED * count));
  }

  /** What cleaning would leave of them. */
  public PairCleaning.Cleaned cleaned(PairCleaning cleaning) {
    List<SentencePair> pairs = new ArrayList<>();
    for (int i = 0; i < source.cells().size(); i++) {
      Origin nowhere = new Origin("", i + 1);
      pairs.add(new SentencePair(source.cells().get(i), target.cells().get(i), nowhere));
    }
    return cleaning.clean(pairs);
  }

  /** The first sentences of both languages. */
  private List<String> some() {
    List<String> some = new ArrayList<>(source.filled().stream().limit(FORMS).toList());
    some.addAll(target.filled().stream().limit(FORMS).toList());
    return some;
  }

  /** Whether letters that have a case are all small. */
  public boolean isLowerCased() {
    List<String> some = some();
    long capitals = some.stream().filter(text -> has(text, true)).count();
    return capitals < HARDLY * some.size() && some.stream().anyMatch(text -> has(text, false));
  }

  private static boolean has(String text, boolean capital) {
    return text.codePoints().anyMatch(capital ? Character::isUpperCase : Character::isLowerCase);
  }

  /** Whether marks stand apart from words already. */
  public boolean isTokenised() {
    List<String> some = some();
    long attached = some.stream().filter(SentenceForm::isAttached).count();
    long apart = some.stream().filter(SentenceForm::isApart).count();
    return apart > 0 && attached < HARDLY * (attached + apart);
  }

  /** Whether one of the languages is written without spaces. */
  public boolean isSpaceless() {
    return isSpaceless(source) || isSpaceless(target);
  }

  private static boolean isSpaceless(ColumnSketch side) {
    return SpacelessScript.isIn(side.filled());
  }

  /**
   * Words, or characters where no spaces part words, that a share of the sentences does not exceed.
   *
   * @param share from 0 to 1
   */
  public int length(double share) {
    return Math.max(length(source, share), length(target, share));
  }

  private static int length(ColumnSketch side, double share) {
    return isSpaceless(side) ? side.characters(share) : side.words(share);
  }
}
