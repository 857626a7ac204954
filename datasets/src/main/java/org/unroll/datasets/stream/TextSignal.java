package org.unroll.datasets.stream;

import java.util.Locale;

/**
 * What a unit of a net may follow through a text (Karpathy, Johnson &amp; Fei-Fei 2015): a number
 * after each character. A blank line ends whatever is open, as an unclosed mark would turn all that
 * follows around.
 */
public enum TextSignal {
  /** 1 between double quotes, straight or typographic. */
  QUOTES {
    @Override
    SignalReader reader() {
      return new QuoteReader();
    }
  },
  /** How many parentheses are open. */
  PARENTHESES {
    @Override
    SignalReader reader() {
      return new DepthReader("(", ")");
    }
  },
  /** How many brackets of any kind are open. */
  BRACKETS {
    @Override
    SignalReader reader() {
      return new DepthReader("([{", ")]}");
    }
  },
  /** How many blocks in braces are open; a blank line ends none. */
  CODE_DEPTH {
    @Override
    SignalReader reader() {
      return DepthReader.ofCode();
    }
  },
  /** Characters since the line began. */
  LINE_POSITION {
    @Override
    SignalReader reader() {
      return new SignalReader() {
        private int position;

        @Override
        public double next(char character) {
          position = character == '\n' ? 0 : position + 1;
          return position;
        }
      };
    }
  },
  /** 1 within the condition of an {@code if}. */
  IF_CONDITION {
    @Override
    SignalReader reader() {
      return new ConditionReader();
    }
  },
  /** 1 within a comment of C. */
  COMMENT {
    @Override
    SignalReader reader() {
      return new BetweenReader("/*", "*/");
    }
  },
  /** 1 within a formula of TeX, between dollar signs. */
  FORMULA {
    @Override
    SignalReader reader() {
      return new BetweenReader("$", "$");
    }
  },
  /** 1 within a proof of TeX. */
  PROOF {
    @Override
    SignalReader reader() {
      return new BetweenReader("\\begin{proof}", "\\end{proof}");
    }
  };

  abstract SignalReader reader();

  /** As in tables: {@code line-position}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The number after each character of a text (UTF-16 unit). */
  public float[] of(String text) {
    SignalReader reader = reader();
    float[] values = new float[text.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) reader.next(text.charAt(i));
    }
    return values;
  }
}
