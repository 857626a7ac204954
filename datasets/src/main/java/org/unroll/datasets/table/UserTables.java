package org.unroll.datasets.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.unroll.core.app.Repetition;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("Where the examples come from, a row of a table each, and how they are cut into batches.")
public record UserTables(
    @Inline TableFiles files,
    @Doc("How one source file is cut into train, validation and test.") Optional<TextSplit> split,
    @Doc("Cross-validation of one source file, in place of a split.") Optional<TextFolds> folds,
    @Doc("Examples in a batch.") @Range(min = 1, max = 100_000) int batch,
    @Doc("Put examples of like length together, so that little of a batch is padding.")
        @Default("true")
        boolean bucket)
    implements Checked {

  @Override
  public void check(String path, Problems problems) {
    TextSplit.check(split, files, path, problems);
    if (folds.isPresent() && !files.isOwn()) {
      problems.add(path + ".folds", "only a source that is a file has folds");
    }
    if (folds.isPresent() && split.isPresent()) {
      problems.add(path + ".split", "folds are a split already; remove one of the two");
    }
    if (folds.isPresent() && folds.get().fold().orElse(1) > folds.get().of()) {
      problems.add(path + ".folds.fold", "there are %d folds, from 1".formatted(folds.get().of()));
    }
  }

  /** A training for each fold; none without folds, or if one is named. */
  public List<Repetition> repetitions() {
    return folds.map(TextFolds::repetitions).orElse(List.of());
  }

  /** How they are drawn for training. */
  public BatchOrder order(long seed) {
    return new BatchOrder(batch, seed, bucket);
  }

  /** How they are read. */
  public Tables tables() {
    return files.tables();
  }

  /**
   * Lists of examples.
   *
   * @param named what else the source may be
   * @param reader of a file
   * @param text of an example, by which one file is cut
   * @throws org.unroll.core.UserError if there is no such source
   */
  public <T> Source<List<T>> open(
      Sources<List<T>> named, Function<Path, List<T>> reader, Function<T, String> text) {
    return open(named, reader, text, PlainTextFile::requireThere);
  }

  /**
   * The same.
   *
   * @param head refuses a file that lacks what is wanted, by its beginning
   */
  public <T> Source<List<T>> open(
      Sources<List<T>> named,
      Function<Path, List<T>> reader,
      Function<T, String> text,
      Consumer<Path> head) {
    return named.open(
        files,
        own ->
            folds.isPresent()
                ? folds.get().source(own, reader, text)
                : TextSplit.cut(own, split, reader, text),
        () ->
            new UserFiles<>(
                files,
                (key, names, opened) -> TextSplit.all(opened.paths(key, names), reader),
                (key, names, opened) -> opened.paths(key, names).forEach(head)));
  }
}
