package org.unroll.datasets.text;

import org.unroll.core.yaml.Doc;

/** What a sentence is cut into. */
@Doc("What a sentence is cut into.")
public enum Cutting {
  /** Lower-cased words and punctuation marks. */
  WORD,
  /** Lower-cased words without any marks, as captions are scored. */
  PLAIN,
  /** What stands between white space, for texts that are tokenised already. */
  WHITESPACE,
  /** Characters. */
  CHAR,
  /** Subwords learnt from the training texts. */
  BPE;

  /** What they are called in a sentence. */
  public String pieces() {
    return switch (this) {
      case WORD, PLAIN, WHITESPACE -> "words";
      case CHAR -> "characters";
      case BPE -> "subwords";
    };
  }

  /** For all but {@link #BPE}, which has to be learnt. */
  Tokenizer tokenizer() {
    return switch (this) {
      case WORD -> Tokenizer.WORD;
      case PLAIN -> Tokenizer.PLAIN;
      case WHITESPACE -> Tokenizer.WHITESPACE;
      case CHAR -> Tokenizer.CHAR;
      case BPE -> throw new IllegalStateException("subwords are learnt");
    };
  }
}
