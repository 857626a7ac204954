package org.unroll.datasets.pair;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.unroll.core.yaml.Alternatives;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.RawYaml;
import org.unroll.datasets.table.NamedFiles;
import org.unroll.datasets.table.TableLayout;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.table.TextSplit;
import org.unroll.datasets.text.Cutting;

@Doc("Where the sentence pairs come from and how they are cut into batches.")
@Alternatives({"source", "train validation test"})
public record PairData(
    @Doc(
            "sample (generated English and French), multi30k, tatoeba, or a .tsv, .csv or .jsonl file; several, or a pattern, are read as one table.")
        Optional<List<String>> source,
    @Doc(
            "Makes source a file of sentences, a line each: the file of their translations, line by line; of several sources one each.")
        Optional<List<String>> target,
    @Doc("Language to translate from; multi30k and tatoeba only.") Optional<String> from,
    @Doc("Language to translate to; multi30k and tatoeba only.") Optional<String> to,
    @Doc("Files to train on; goes with validation and, for --test, test.")
        Optional<PairFiles> train,
    @Doc("Files to choose the best epoch on.") Optional<PairFiles> validation,
    @Doc("Files to score once at the end.") Optional<PairFiles> test,
    @Doc("How one source file is cut, by source sentence.") Optional<TextSplit> split,
    @Default("{}") PairColumns columns,
    @Inline TableLayout layout,
    @Doc("DataVec TransformProcess steps, applied to each row of the user's own tables.")
        Optional<RawYaml> transform,
    @Doc("Share of unreadable rows that is skipped and reported; more is an error.")
        @Default("0.01")
        @Range(min = 0, max = 1)
        double maxBadRows,
    @Default("{}") PairCleaning clean,
    @Doc("Sentence pairs in a batch.") @Range(min = 1, max = 100_000) int batch,
    @Doc("Words (characters, subwords) that are read and written of a sentence, from its start.")
        @Range(min = 1, max = 100_000)
        int maxLength,
    @Doc("Put pairs of like lengths together, so that little of a batch is padding.")
        @Default("true")
        boolean bucket)
    implements Checked, NamedFiles<PairFiles> {

  @Override
  public List<String> sources() {
    return source.orElse(List.of());
  }

  /** With translations beside it a source is a file, whatever it is called. */
  @Override
  public boolean isOwn() {
    return target.isPresent() || NamedFiles.super.isOwn();
  }

  /** How tables are read. */
  Tables tables() {
    return new Tables(layout, transform, maxBadRows);
  }

  private boolean isFrom(Predicate<String> set) {
    return sources().size() == 1 && set.test(sources().get(0));
  }

  @Override
  public void check(String path, Problems problems) {
    checkFiles(path, problems);
    TextSplit.check(split, this, path, problems);
    if (target.isPresent() && target.get().size() != sources().size()) {
      problems.add(path + ".target", "expected a file for each of source, which they translate");
    }
    checkLanguage(path + ".from", from, problems);
    checkLanguage(path + ".to", to, problems);
    if (!languages().isEmpty() && fromLanguage().equals(toLanguage())) {
      problems.add(path, "from and to are both '" + fromLanguage() + "'; name two languages");
    }
  }

  private void checkLanguage(String path, Optional<String> wanted, Problems problems) {
    if (wanted.isPresent() && languages().isEmpty()) {
      problems.add(path, "only multi30k and tatoeba have several languages");
    } else if (wanted.isPresent() && !languages().contains(wanted.get())) {
      problems.add(
          path,
          "no sentences in '%s'; expected one of %s"
              .formatted(wanted.get(), String.join(", ", languages())));
    }
  }

  private List<String> languages() {
    return isFrom(PairSources.LANGUAGES::containsKey)
        ? PairSources.LANGUAGES.get(sources().get(0))
        : List.of();
  }

  /** Of a data set that has several. */
  String fromLanguage() {
    return from.orElse(languages().get(0));
  }

  /** The same of the translations. */
  String toLanguage() {
    return to.orElse(languages().get(1));
  }

  /** Whether the sentences come with spaces between all words and marks. */
  public boolean isTokenised(Cutting cutting) {
    return cutting == Cutting.WHITESPACE || isFrom(PairSources::isTokenised);
  }
}
