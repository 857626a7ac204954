package org.unroll.datasets.text;

import java.util.List;
import java.util.Map;
import org.unroll.core.app.Split;

/** Texts that seeded code wrote: nothing to read, nothing to digest. */
record GeneratedTexts(TextSplits splits) implements TextSource {
  @Override
  public List<LabelledText> read(Split split) {
    return switch (split) {
      case TRAIN -> splits.train();
      case VALIDATION -> splits.validation();
      case TEST -> splits.test();
    };
  }

  @Override
  public Map<String, String> digests() {
    return Map.of();
  }
}
