package org.unroll.datasets.labelled;

import java.util.List;
import java.util.Optional;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.table.UserTables;
import org.unroll.datasets.text.Kept;

@Doc("Where the texts come from and how they are cut into batches.")
public record TextData(
    @Inline UserTables files,
    @Default("{}") TextColumns columns,
    @Doc(
            "A class for each file or folder of source (or train, validation, test), in their order, where no column tells it: each line of a file, each file of a folder is a text.")
        Optional<List<String>> classes,
    @Default("{}") LabelsConfig labels,
    @Doc("sst2 only: train on all labelled phrases, not on whole sentences alone.") @Default("true")
        boolean phrases,
    @Doc("Words kept of a text.") @Range(min = 1, max = 100_000) int maxLength,
    @Doc("Which words of a longer text are kept: start, end, or both (half of each).")
        @Default("start")
        Kept keep)
    implements Checked {

  @Override
  public void check(String path, Problems problems) {
    if (classes.isPresent()) {
      for (List<String> names : files.files().named()) {
        if (!names.isEmpty() && names.size() != classes.get().size()) {
          problems.add(
              path + ".classes",
              "%d classes for %d files, %s; name as many, in the same order"
                  .formatted(classes.get().size(), names.size(), names));
        }
      }
    }
  }
}
