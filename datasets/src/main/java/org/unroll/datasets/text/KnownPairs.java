package org.unroll.datasets.text;

import java.util.List;
import java.util.Map;
import org.unroll.core.app.Split;

/**
 * Pairs that are small enough to hold all three parts at once.
 *
 * @param digests SHA-256 by file; none for generated sentences
 */
record KnownPairs(PairSplits splits, Map<String, String> digests) implements PairSource {
  @Override
  public List<SentencePair> read(Split split) {
    return splits.part(split);
  }
}
