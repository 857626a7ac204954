package org.unroll.apps.sentiment;

import org.unroll.core.app.Draft;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.text.SpacelessScript;

/**
 * Sizes that suit the texts of a draft.
 *
 * @param count of the texts
 * @param texts some or all of them
 */
record TextSizes(int count, ColumnSketch texts) {
  /** Tokens are more than words, as marks are tokens too. */
  private static final double TOKENS_A_WORD = 1.3;

  private static final int LONGEST = 400;
  private static final int SHORTEST = 20;
  private static final int EPOCHS = 12;
  private static final int FEWEST_EPOCHS = 3;

  /** Tokens that two cores read in a training of some minutes. */
  private static final double TOKENS = 20e6;

  private static final int MANY = 20_000;
  private static final int FEW = 500;

  void set(Draft draft) {
    boolean spaceless = SpacelessScript.isIn(texts.filled());
    int middle = tokens(0.5, spaceless);
    int longest = tokens(0.99, spaceless) / 10 * 10 + 10;
    int most = Math.max(SHORTEST, Math.min(LONGEST, longest));
    draft.set("data", "max-length", most, "tokens kept of a text: words and marks");
    if (spaceless) {
      draft.saw("words are not parted by spaces: characters are read");
      draft.set("data", "max-length", most, "characters kept of a text");
      draft.set("text", "tokenizer", "char");
    }
    draft.saw("lengths: about %d tokens in the middle, 1 in 100 has more than %d", middle, longest);
    if (longest > LONGEST) {
      draft.set("data", "keep", "both", "of longer texts the start and the end");
      draft.set("data", "batch", 32);
    }
    if (count >= MANY) {
      draft.set("text", "min-count", 2);
    }
    double epochs = TOKENS / ((double) count * Math.min(most, middle));
    draft.set(
        "train",
        "epochs",
        (int) Math.min(EPOCHS, Math.max(FEWEST_EPOCHS, epochs)),
        "the best on the validation part is kept");
    if (count < FEW) {
      draft.ask("train", "%d texts are few: trust no single score; --folds 10 tells more", count);
    }
  }

  /** Of a text that is as long as a share of all. */
  private int tokens(double share, boolean spaceless) {
    return spaceless
        ? texts.characters(share)
        : (int) Math.ceil(TOKENS_A_WORD * texts.words(share));
  }
}
