package org.unroll.datasets.labelled;

import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.table.UserTables;
import org.unroll.datasets.text.Kept;

@Doc("Where the texts come from and how they are cut into batches.")
public record TextData(
    @Inline UserTables files,
    @Default("{}") TextColumns columns,
    @Default("{}") LabelsConfig labels,
    @Doc("sst2 only: train on all labelled phrases, not on whole sentences alone.") @Default("true")
        boolean phrases,
    @Doc("Words kept of a text.") @Range(min = 1, max = 100_000) int maxLength,
    @Doc("Which words of a longer text are kept: start, end, or both (half of each).")
        @Default("start")
        Kept keep) {}
