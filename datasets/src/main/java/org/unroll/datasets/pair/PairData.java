package org.unroll.datasets.pair;

import java.util.Optional;
import org.unroll.core.yaml.Alternatives;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.RawYaml;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.TextSplit;
import org.unroll.datasets.text.Cutting;

@Doc("Where the sentence pairs come from and how they are cut into batches.")
@Alternatives({"source", "train validation test"})
public record PairData(
    @Doc(
            "sample (generated English and French), multi30k, tatoeba, or a .tsv, .csv or .jsonl"
                + " file.")
        Optional<String> source,
    @Doc("Language to translate from; multi30k and tatoeba only.") Optional<String> from,
    @Doc("Language to translate to; multi30k and tatoeba only.") Optional<String> to,
    @Doc("Files to train on; goes with validation and, for --test, test.")
        Optional<PairFiles> train,
    @Doc("Files to choose the best epoch on.") Optional<PairFiles> validation,
    @Doc("Files to score once at the end.") Optional<PairFiles> test,
    @Doc("How one source file is cut, by source sentence.") Optional<TextSplit> split,
    @Default("{}") PairColumns columns,
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
    implements Checked {

  @Override
  public void check(String path, Problems problems) {
    if (source.isEmpty() && (train.isEmpty() || validation.isEmpty())) {
      problems.add(path, "files of your own need both train and validation (or source with split)");
    }
    if (split.isPresent() && source.filter(Source::isPath).isEmpty()) {
      problems.add(path + ".split", "only a source that is a file can be split");
    }
    boolean catalogued = source.filter(PairSources::hasLanguages).isPresent();
    if (!catalogued && from.isPresent()) {
      problems.add(path + ".from", "only multi30k and tatoeba have several languages");
    }
    if (!catalogued && to.isPresent()) {
      problems.add(path + ".to", "only multi30k and tatoeba have several languages");
    }
  }

  /** Whether the sentences come with spaces between all words and marks. */
  public boolean isTokenised(Cutting cutting) {
    return cutting == Cutting.WHITESPACE || source.filter(PairSources::isTokenised).isPresent();
  }
}
