package org.unroll.datasets.stream;

import java.util.OptionalInt;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("How a text becomes the numbers of its symbols.")
public record StreamText(
    @Doc("character, byte, or bpe (subwords learnt from the training text).") @Default("character")
        Units units,
    @Doc("bpe only: pairs of subwords merged.") @Range(min = 0, max = 50_000) OptionalInt subwords)
    implements Checked {
  private static final int SUBWORDS = 1000;

  /** Pairs that are merged. */
  int merges() {
    return subwords.orElse(SUBWORDS);
  }

  @Override
  public void check(String path, Problems problems) {
    if (subwords.isPresent() && units != Units.BPE) {
      problems.add(path + ".subwords", "only units: bpe has subwords; remove the key");
    }
  }
}
