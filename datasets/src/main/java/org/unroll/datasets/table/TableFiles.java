package org.unroll.datasets.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unroll.core.yaml.Alternatives;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.RawYaml;

/** Where examples come from, and how files of them are read. */
@Alternatives({"source", "train validation test"})
public record TableFiles(
    @Doc(
            "sample (generated), a catalogue name such as sst2 or etth1, or a .csv, .tsv, .jsonl or .txt file; several, or a pattern such as load-*.csv, are read as one table.")
        Optional<List<String>> source,
    @Doc("File to train on, or several; goes with validation and, for --test, test.")
        Optional<List<String>> train,
    @Doc("File to choose the best epoch on, or several.") Optional<List<String>> validation,
    @Doc("File to score once at the end, or several.") Optional<List<String>> test,
    @Inline TableLayout layout,
    @Doc("DataVec TransformProcess steps, applied to each row of the user's own files.")
        Optional<RawYaml> transform,
    @Doc("Share of unreadable rows that is skipped and reported; more is an error.")
        @Default("0.01")
        @Range(min = 0, max = 1)
        double maxBadRows)
    implements Checked, NamedFiles<List<String>> {

  @Override
  public List<String> sources() {
    return source.orElse(List.of());
  }

  @Override
  public void check(String path, Problems problems) {
    checkFiles(path, problems);
  }

  /** The names of each set of files that there is: the source, or one for each part. */
  public List<List<String>> named() {
    return Stream.of(source, train, validation, test).flatMap(Optional::stream).toList();
  }

  /** How they are read. */
  public Tables tables() {
    return new Tables(layout, transform, maxBadRows);
  }
}
