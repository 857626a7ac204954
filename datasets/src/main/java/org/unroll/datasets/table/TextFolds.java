package org.unroll.datasets.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.unroll.core.UserError;
import org.unroll.core.app.Repetition;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("Cross-validation: a training for each fold of one file, which is then its test part.")
public record TextFolds(
    @Doc("How many folds; equal texts are of one fold.") @Range(min = 2, max = 1000) int of,
    @Doc("The fold to train on, from 1; without it each in turn.") @Range(min = 1) OptionalInt fold,
    @Doc("Share of the other folds to choose the best epoch on.")
        @Default("0.1")
        @Range(above = 0, below = 1)
        double validation) {

  /** A training for each fold; none if one is named. */
  List<Repetition> repetitions() {
    return fold.isPresent()
        ? List.of()
        : Repetition.numbered(Repetition.FOLD, "data.folds.fold", of);
  }

  /** The fold of files that are one set of examples. */
  <T> Source<List<T>> source(
      List<Path> files, Function<Path, List<T>> reader, Function<T, String> text) {
    Splits<T> splits = cut(TextSplit.all(files, reader), text);
    return new InMemorySource<>(splits::part, TextSplit.digests(files));
  }

  /**
   * The parts of the config's fold, the first if it names none. Texts go round the folds in the
   * order of a hash, so that folds are as large as can be alike, whatever the order of the file.
   *
   * @param text of an example; equal ones go together
   * @throws UserError if there are fewer texts than folds
   */
  <T> Splits<T> cut(List<T> all, Function<T, String> text) {
    long[] hashes = all.stream().mapToLong(each -> RandomSplit.hash(text.apply(each), 0)).toArray();
    long[] texts = Arrays.stream(hashes).sorted().distinct().toArray();
    if (texts.length < of || of < 2) {
      throw new UserError(
          "data.folds.of: %d folds of %d different texts; give fewer".formatted(of, texts.length));
    }
    int every = (int) Math.max(2, Math.round(1 / validation));
    int[] parts = new int[texts.length];
    for (int place = 0, others = 0; place < texts.length; place++) {
      boolean test = place % of == fold.orElse(1) - 1;
      parts[place] = test ? 2 : others++ % every == 0 ? 1 : 0;
    }
    return Splits.of(all, place -> parts[Arrays.binarySearch(texts, hashes[place])]);
  }
}
