package org.unroll.datasets.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.unroll.core.UserError;
import org.unroll.core.data.ListView;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.catalog.Digest;

@Doc("Cuts one file into three parts; equal texts fall into the same part.")
public record TextSplit(
    @Doc("random: by a hash of the text and the seed.") @Default("random") By by,
    @Doc("Shares of train, validation and test; they sum to 1.")
        @Default("[0.8, 0.1, 0.1]")
        @Range(above = 0, below = 1)
        List<Double> fractions)
    implements Checked {
  public enum By {
    RANDOM
  }

  /**
   * The parts of files that are one set of examples.
   *
   * @param reader of a file
   * @param text of an example; equal ones go together
   * @throws UserError if the config does not say how it is cut
   */
  public static <T> Source<List<T>> cut(
      List<Path> files,
      Optional<TextSplit> split,
      Function<Path, List<T>> reader,
      Function<T, String> text) {
    List<Double> fractions = split.orElseThrow(TextSplit::missing).fractions();
    Splits<T> splits = new RandomSplit(fractions, 0).cut(all(files, reader), text);
    return new InMemorySource<>(splits::part, digests(files));
  }

  /**
   * The same of files of which each has another beside it.
   *
   * @param files those by the first ones
   */
  public static <T> Source<List<T>> cut(
      Map<Path, Path> files,
      Optional<TextSplit> split,
      BiFunction<Path, Path, List<T>> reader,
      Function<T, String> text) {
    List<Path> all = new ArrayList<>(files.keySet());
    all.addAll(files.values());
    Function<Path, List<T>> both =
        file -> files.containsKey(file) ? reader.apply(file, files.get(file)) : List.of();
    return cut(all, split, both, text);
  }

  /** What all files hold, in their order. */
  public static <T> List<T> all(List<Path> files, Function<Path, List<T>> reader) {
    return ListView.joined(files.stream().map(reader).toList());
  }

  /** SHA-256 by file. */
  public static Map<String, String> digests(List<Path> files) {
    Map<String, String> digests = new TreeMap<>();
    files.forEach(file -> digests.put(file.toString(), Digest.of(file)));
    return digests;
  }

  private static UserError missing() {
    return new UserError(
        "data.source is a file of your own: add data.split, such as split: {by: random, fractions: [0.8, 0.1, 0.1]}, or give data.train, data.validation and data.test instead");
  }

  /** Only a file can be cut. */
  public static void check(
      Optional<TextSplit> split, NamedFiles<?> files, String path, Problems problems) {
    if (split.isPresent() && !files.isOwn()) {
      problems.add(path + ".split", "only a source that is a file can be split");
    }
  }

  @Override
  public void check(String path, Problems problems) {
    checkShares(fractions, path, problems);
  }

  /** Those of a split's parts. */
  public static void checkShares(List<Double> fractions, String path, Problems problems) {
    double sum = 0;
    for (double fraction : fractions) {
      sum += fraction;
    }
    if (fractions.size() != 3 || Math.abs(sum - 1) > 1e-6) {
      problems.add(
          path + ".fractions",
          "expected three shares (train, validation, test) that sum to 1, found " + fractions);
    }
  }
}
