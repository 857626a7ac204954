package org.unroll.datasets.series;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.unroll.core.app.Repetition;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.table.TableFiles;

@Doc("Where the series come from and how windows are cut into batches.")
public record SeriesData(
    @Inline TableFiles files,
    @Doc("How a source is cut in time; catalogued data sets have a split of their own.")
        Optional<SeriesSplit> split,
    @Doc("Windows in a batch.") @Range(min = 1, max = 100_000) int batch,
    @Doc("Windows in an epoch, drawn anew for each; all if left out.") @Range(min = 1)
        OptionalInt windowsPerEpoch,
    @Doc("Give errors on values standardised with the training span.") @Default("false")
        boolean scaleMetrics)
    implements Checked {

  @Override
  public void check(String path, Problems problems) {
    if (split.isPresent() && files.sources().isEmpty()) {
      problems.add(path + ".split", "three files are split already; remove it");
    }
    if (files.isOwn() && split.isEmpty()) {
      problems.add(
          path + ".source",
          "one file needs data.split, such as split: {fractions: [0.7, 0.15, 0.15]}");
    }
  }

  /** A training for each rolling origin; none without them. */
  public List<Repetition> repetitions() {
    return split.map(SeriesSplit::repetitions).orElse(List.of());
  }
}
