package org.unroll.datasets.text;

import java.util.List;
import java.util.Map;
import org.unroll.core.app.Split;

/**
 * Texts that are small enough to hold all three parts at once.
 *
 * @param digests SHA-256 by file; none for generated texts
 */
record KnownTexts(TextSplits splits, Map<String, String> digests) implements TextSource {
  KnownTexts(TextSplits splits) {
    this(splits, Map.of());
  }

  @Override
  public List<LabelledText> read(Split split) {
    return switch (split) {
      case TRAIN -> splits.train();
      case VALIDATION -> splits.validation();
      case TEST -> splits.test();
    };
  }
}
