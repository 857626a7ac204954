package org.unroll.datasets.labelled;

import java.util.Optional;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.table.TextSplit;
import org.unroll.datasets.table.UserTables;
import org.unroll.datasets.text.Kept;

@Doc("Where the texts come from and how they are cut into batches.")
public record TextData(
    @Inline UserTables files,
    @Doc("How one source file is cut into train, validation and test.") Optional<TextSplit> split,
    @Default("{}") TextColumns columns,
    @Doc("sst2 only: train on all labelled phrases, not on whole sentences alone.") @Default("true")
        boolean phrases,
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
    TextSplit.check(split, files, path, problems);
  }
}
