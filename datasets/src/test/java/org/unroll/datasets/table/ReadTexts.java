package org.unroll.datasets.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.core.yaml.RawYaml;
import org.unroll.datasets.text.LabelledText;

/** Tables read as labelled texts. */
public record ReadTexts(Tables tables, String text, String label) {
  public ReadTexts(String text, String label, double maxBadRows) {
    this(new Tables(Optional.empty(), maxBadRows), text, label);
  }

  ReadTexts(String text, String label, RawYaml transform) {
    this(new Tables(Optional.of(transform), 0), text, label);
  }

  public TableRows<LabelledText> labelled(Path file) {
    return tables.read(
        file,
        List.of(text, label),
        (cells, origin) -> new LabelledText(cells.get(0), cells.get(1), origin));
  }

  /** Their class is none. */
  public TableRows<LabelledText> unlabelled(Path file) {
    return tables.read(
        file, List.of(text), (cells, origin) -> new LabelledText(cells.get(0), "", origin));
  }
}
