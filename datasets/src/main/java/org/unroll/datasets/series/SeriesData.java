package org.unroll.datasets.series;

import java.util.Optional;
import java.util.OptionalInt;
import org.unroll.core.yaml.Alternatives;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.RawYaml;

@Doc("Where the series come from and how windows are cut into batches.")
@Alternatives({"source", "train validation test"})
public record SeriesData(
    @Doc("sample (generated), a catalogue name such as etth1, or a .csv or .tsv file.")
        Optional<String> source,
    @Doc("File to train on; goes with validation and, for --test, test.") Optional<String> train,
    @Doc("File to choose the best epoch on.") Optional<String> validation,
    @Doc("File to score once at the end.") Optional<String> test,
    @Doc("How a source is cut in time; catalogued data sets have a split of their own.")
        Optional<SeriesSplit> split,
    @Doc("DataVec TransformProcess steps, applied to each row of the user's own files.")
        Optional<RawYaml> transform,
    @Doc("Share of unreadable rows that is skipped and reported; more is an error.")
        @Default("0.01")
        @Range(min = 0, max = 1)
        double maxBadRows,
    @Doc("Windows in a batch.") @Range(min = 1, max = 100_000) int batch,
    @Doc("Windows in an epoch, drawn anew for each; all if left out.") @Range(min = 1)
        OptionalInt windowsPerEpoch,
    @Doc("Give errors on values standardised with the training span.") @Default("false")
        boolean scaleMetrics)
    implements Checked {

  @Override
  public void check(String path, Problems problems) {
    if (source.isEmpty() && (train.isEmpty() || validation.isEmpty())) {
      problems.add(path, "files of your own need both train and validation (or source with split)");
    }
    if (split.isPresent() && source.isEmpty()) {
      problems.add(path + ".split", "three files are split already; remove it");
    }
    if (source.filter(SeriesData::isPath).isPresent() && split.isEmpty()) {
      problems.add(
          path + ".source",
          "one file needs data.split, such as split: {fractions: [0.7, 0.15, 0.15]}");
    }
  }

  /** A {@code source} with a slash or a file ending is a path, any other a name. */
  static boolean isPath(String source) {
    return source.contains("/") || source.matches(".*\\.(csv|tsv|csv\\.gz|tsv\\.gz)");
  }
}
