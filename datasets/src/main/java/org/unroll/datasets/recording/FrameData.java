package org.unroll.datasets.recording;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.unroll.core.app.Repetition;
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

@Doc("Where the recordings come from, how they are labelled and how they are cut.")
@Alternatives({"source", "train validation test"})
public record FrameData(
    @Doc(
            "sample (generated), a catalogue name such as gesture-phase, a folder of videos (with a slash), or a .csv, .tsv or .jsonl table.")
        Optional<String> source,
    @Doc("Folder or table to train on; goes with validation and, for --test, test.")
        Optional<String> train,
    @Doc("Folder or table to choose the best epoch on.") Optional<String> validation,
    @Doc("Folder or table to score once at the end.") Optional<String> test,
    @Doc("How one source is cut; catalogued data sets have a split of their own.")
        Optional<RecordingSplit> split,
    @Doc("Cross-validation, in place of a split.") Optional<RecordingFolds> folds,
    @Default("{}") FrameColumns columns,
    @Doc("DataVec TransformProcess steps, applied to each row of the user's own tables of frames.")
        Optional<RawYaml> transform,
    @Inline TableLayout layout,
    @Default("{}") FeatureConfig features,
    @Doc("Class of the frames that have none; without it they are not scored.")
        Optional<String> background,
    @Doc("Average each target over so many frames, centred; an odd number.")
        @Default("1")
        @Range(min = 1, max = 100_001)
        int targetsWindow,
    @Doc("Predict in which of these the target lies, not the target: frames get classes.")
        Optional<BandConfig> classes,
    @Doc("Frames a second of folders of pictures and of tables, which do not say it themselves.")
        @Default("25")
        @Range(above = 0, max = 100_000)
        double rate,
    @Doc("Examples in a batch.") @Range(min = 1, max = 100_000) int batch)
    implements Checked, NamedFiles<String> {

  @Override
  public List<String> sources() {
    return source.stream().toList();
  }

  @Override
  public void check(String path, Problems problems) {
    checkFiles(path, problems);
    if (targetsWindow % 2 == 0) {
      problems.add(path + ".targets-window", "a window that is centred has an odd length");
    }
    checkParts(path, problems);
    checkFolds(path + ".folds", problems);
  }

  private void checkParts(String path, Problems problems) {
    if (split.isPresent() && folds.isPresent()) {
      problems.add(path + ".split", "folds are a split already; remove one of the two");
    }
    if (source.isEmpty() && split.isPresent()) {
      problems.add(path + ".split", "train, validation and test are split already; remove it");
    }
    if (source.isEmpty() && folds.isPresent()) {
      problems.add(path + ".folds", "folds are cut from one source; name a source");
    }
    if (isOwn() && split.isEmpty() && folds.isEmpty()) {
      problems.add(
          path + ".source",
          "one source of your own needs data.split, such as split: {by: random}, or data.folds");
    }
  }

  private void checkFolds(String path, Problems problems) {
    if (folds.isEmpty()) {
      return;
    }
    int count = foldCount();
    int fold = folds.get().fold().orElse(1);
    if (count == 0) {
      problems.add(
          path + ".of",
          "how many folds? As many as '%s' has values leaves one of them out in each"
              .formatted(folds.get().by()));
    } else if (fold > count) {
      problems.add(path + ".fold", "there are %d folds, from 1".formatted(count));
    }
  }

  /** Known without the data; 0 if it is not. */
  int foldCount() {
    String by = folds.orElseThrow().by();
    OptionalInt known =
        source.map(name -> CataloguedRecordings.values(name, by)).orElse(OptionalInt.empty());
    return folds.get().of().orElse(known.orElse(0));
  }

  /** A training for each fold; none without folds, or if one is named. */
  public List<Repetition> repetitions() {
    return folds.isEmpty() || folds.get().fold().isPresent()
        ? List.of()
        : Repetition.numbered(Repetition.FOLD, "data.folds.fold", foldCount());
  }

  /** Columns that say which recordings belong together. */
  Set<String> groupColumns() {
    Set<String> columns = new HashSet<>();
    folds.ifPresent(each -> columns.add(each.by()));
    split.flatMap(RecordingSplit::group).ifPresent(columns::add);
    return columns;
  }
}
