package org.unroll.datasets.labelled;

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
import org.unroll.datasets.text.Kept;

@Doc("Where the texts come from and how they are cut into batches.")
@Alternatives({"source", "train validation test"})
public record TextData(
    @Doc("sample (generated), a catalogue name such as sst2, or a .csv, .tsv or .jsonl file.")
        Optional<String> source,
    @Doc("File to train on; goes with validation and, for --test, test.") Optional<String> train,
    @Doc("File to choose the best epoch on.") Optional<String> validation,
    @Doc("File to score once at the end.") Optional<String> test,
    @Doc("How one source file is cut into train, validation and test.") Optional<TextSplit> split,
    @Default("{}") TextColumns columns,
    @Doc("sst2 only: train on all labelled phrases, not on whole sentences alone.") @Default("true")
        boolean phrases,
    @Doc("DataVec TransformProcess steps, applied to each row of the user's own files.")
        Optional<RawYaml> transform,
    @Doc("Share of unreadable rows that is skipped and reported; more is an error.")
        @Default("0.01")
        @Range(min = 0, max = 1)
        double maxBadRows,
    @Doc("Texts in a batch.") @Range(min = 1, max = 100_000) int batch,
    @Doc("Words kept of a text.") @Range(min = 1, max = 100_000) int maxLength,
    @Doc("Which words of a longer text are kept: start, end, or both (half of each).")
        @Default("start")
        Kept keep,
    @Doc("Put texts of like length together, so that little of a batch is padding.")
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
  }
}
