package org.unroll.apps.bench;

import java.util.Locale;
import java.util.OptionalInt;
import org.unroll.datasets.clip.ClipConfig;

/** How much of a sequence a training step goes back through. */
enum TruncationContender {
  /**
   * Single frames, each a sequence of its own: what memory a process takes that trains this net at
   * all, and what a frame shows by itself. It makes as many updates as {@link #TRUNCATED}.
   */
  ONE_STEP {
    @Override
    ClipConfig clip(TruncationCase of) {
      return new ClipConfig(OptionalInt.of(1), OptionalInt.of(of.length()), OptionalInt.of(1), 0);
    }

    @Override
    String told(TruncationCase of) {
      return "one step";
    }
  },

  /** Whole sequences under {@code train.tbptt}. */
  TRUNCATED {
    @Override
    OptionalInt tbptt(TruncationCase of) {
      return OptionalInt.of(of.length());
    }

    @Override
    String told(TruncationCase of) {
      return String.format(Locale.ROOT, "truncated, %,d steps", of.length());
    }
  },

  /** Whole sequences. */
  WHOLE {
    @Override
    String told(TruncationCase of) {
      return String.format(Locale.ROOT, "whole, %,d steps", of.frames());
    }
  };

  /** How sequences are cut in training, and in the test. */
  ClipConfig clip(TruncationCase of) {
    return new ClipConfig(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(of.frames()), 0);
  }

  /** As {@code train.tbptt}. */
  OptionalInt tbptt(TruncationCase of) {
    return OptionalInt.empty();
  }

  /** Its name in the table. */
  abstract String told(TruncationCase of);
}
