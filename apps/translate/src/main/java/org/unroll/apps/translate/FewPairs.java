package org.unroll.apps.translate;

import java.util.Locale;
import java.util.Optional;

/** Tells of training data that are too few for a net. */
final class FewPairs {
  /**
   * Koehn and Knowles (2017) saw a net overtake phrase-based translation from about 5 million
   * sentences on; Sennrich and Zhang (2019) one that was chosen for little data from 100,000 words
   * on, which are about 5,000 sentences. This is twice as many, as nobody has chosen a net for
   * these.
   */
  private static final int FEW = 10_000;

  private FewPairs() {}

  /** Empty if there are enough. */
  static Optional<String> told(int pairs) {
    return pairs >= FEW
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "train: %,d sentence pairs are few: a net commonly needs some tens of thousands;"
                    + " word-for-word, which stands beside its scores, may translate better",
                pairs));
  }
}
