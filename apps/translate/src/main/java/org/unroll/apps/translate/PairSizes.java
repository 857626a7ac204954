package org.unroll.apps.translate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.unroll.core.app.Draft;
import org.unroll.core.yaml.FlowYaml;
import org.unroll.datasets.pair.PairCleaning;
import org.unroll.datasets.pair.PairSketch;

/**
 * What suits the sentences of a draft: how they are cut, what is left out, how large the net is.
 *
 * @param pairs with the number of those that are trained on
 */
record PairSizes(PairSketch pairs) {
  /** From so many pairs on a net of subwords learns more than one of words. */
  private static final int MANY = 10_000;

  private static final int VERY_MANY = 100_000;

  /** Tokens are more than words, as marks are tokens too; subwords are more than tokens. */
  private static final double TOKENS_A_WORD = 1.3;

  private static final double SUBWORDS_A_WORD = 2;

  private static final int SHORTEST = 20;
  private static final int LONGEST = 200;

  /** Words that two cores learn in a training of half an hour, by the larger and smaller net. */
  private static final double WORDS_LARGE = 3e6;

  private static final double WORDS_SMALL = 2e6;
  private static final int EPOCHS_LARGE = 12;
  private static final int EPOCHS_SMALL = 30;
  private static final int FEWEST = 3;

  /** Share of the pairs that makes a kind of fault worth a key. */
  private static final double NOTABLE = 0.05;

  void set(Draft draft) {
    int count = pairs.count();
    boolean large = count >= MANY || pairs.isSpaceless();
    draft.saw(
        "lengths: %d %s in the middle, 1 of 100 has more than %d",
        pairs.length(0.5),
        pairs.isSpaceless() ? "words or characters" : "words",
        pairs.length(0.99));
    lengths(draft, large);
    clean(draft);
    text(draft, large, count);
    if (large) {
      graph(draft);
    }
    train(draft, large, count);
  }

  private void lengths(Draft draft, boolean large) {
    double pieces = large ? SUBWORDS_A_WORD : TOKENS_A_WORD;
    int longest = (int) (pieces * pairs.length(0.99)) / 10 * 10 + 10;
    int most = Math.max(SHORTEST, Math.min(LONGEST, longest));
    draft.set("data", "batch", large ? 32 : 64);
    draft.set("data", "max-length", most, large ? "subwords of a sentence" : "words and marks");
  }

  private void clean(Draft draft) {
    PairCleaning usual = new PairCleaning(100, 4, false);
    PairCleaning.Cleaned cleaned = pairs.cleaned(usual);
    int all = pairs.source().cells().size();
    Map<String, Object> keys = new LinkedHashMap<>();
    if (cleaned.unlike() > NOTABLE * all) {
      keys.put("max-ratio", 100);
    }
    if (cleaned.repeated() > NOTABLE * all) {
      keys.put("duplicates", false);
    }
    if (!keys.isEmpty()) {
      draft.saw("cleaning with the usual bounds: %s", cleaned.dropped());
      draft.set("data", "clean", keys, "what is trained on");
    }
  }

  private void text(Draft draft, boolean large, int count) {
    boolean tokenised = pairs.isTokenised();
    if (large) {
      draft.set("text", "tokenizer", "bpe");
      draft.set("text", "merges", count >= VERY_MANY ? 8_000 : 4_000, "learnt subwords");
    } else {
      draft.set("text", "tokenizer", tokenised ? "whitespace" : "word");
      if (!tokenised && !pairs.isLowerCased()) {
        draft.ask(
            "text", "words are learnt and written in lower case; tokenizer: bpe keeps capitals");
      }
    }
    if (pairs.isLowerCased() && (large || tokenised)) {
      draft.set("text", "lower-case", true, "as the sentences are; takes others so");
    }
    if (tokenised) {
      draft.set("text", "tokenise", true, "marks stand apart already; takes others so");
    } else if (!large) {
      draft.set("text", "detokenise", true, "answers are sentences, not words and marks");
    }
  }

  /** As for 29,000 pairs of Multi30k. */
  private static void graph(Draft draft) {
    draft.node("read", embedding("source"));
    draft.node("encoder", "layer: gru, size: 256, bidirectional: true, input: read");
    draft.node("summary", "vertex: final-state, input: encoder");
    draft.node("start", "layer: dense, size: 256, activation: tanh, input: summary");
    draft.node("given", embedding("target"));
    draft.node("decoder", "layer: gru, size: 256, input: given, initial-state: start");
    draft.node("context", "vertex: attention, queries: decoder, keys: encoder, score: additive");
    draft.node("both", "vertex: concat, input: [decoder, context]");
    draft.node("mixed", "layer: dense, size: 256, activation: tanh, input: both");
    draft.node("output", "layer: softmax, input: mixed, dropout: 0.4, label-smoothing: 0.1");
  }

  private static String embedding(String input) {
    return "layer: embedding, size: 256, weight-init: uniform, dropout: 0.3, input: " + input;
  }

  private void train(Draft draft, boolean large, int count) {
    double words = (double) count * Math.max(1, pairs.length(0.5));
    int epochs = (int) ((large ? WORDS_LARGE : WORDS_SMALL) / Math.max(1, words));
    int most = large ? EPOCHS_LARGE : EPOCHS_SMALL;
    draft.set(
        "train",
        "epochs",
        Math.max(FEWEST, Math.min(most, epochs)),
        "the best on the validation part is kept");
    if (large) {
      draft.set("train", "updater", Map.of("adam", 0.0015));
      draft.set("train", "early-stop", FlowYaml.parse("{metric: perplexity, patience: 4}"));
    }
  }
}
