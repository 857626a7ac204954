package org.unroll.datasets.pair;

import java.util.List;
import java.util.Optional;
import org.unroll.core.yaml.Alternatives;
import org.unroll.core.yaml.Doc;

@Doc(
    "A table of sentence pairs, or two files of which line n of one translates line n of the"
        + " other.")
@Alternatives({"table", "source target"})
public record PairFiles(
    @Doc("A .tsv, .csv or .jsonl file, or several.") Optional<List<String>> table,
    @Doc("A sentence a line, to translate from.") Optional<String> source,
    @Doc("Their translations, a line each.") Optional<String> target) {}
