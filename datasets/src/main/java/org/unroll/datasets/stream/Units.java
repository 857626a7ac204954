package org.unroll.datasets.stream;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.unroll.core.yaml.Doc;

/** What a stream is made of. */
@Doc("What a stream is made of.")
public enum Units {
  /** Unicode characters. */
  CHARACTER,
  /** Bytes, whatever they mean. */
  BYTE,
  /** Subwords learnt from the training text, over bytes. */
  BPE;

  /** What one of them is called in a sentence. */
  public String singular() {
    return switch (this) {
      case CHARACTER -> "character";
      case BYTE -> "byte";
      case BPE -> "subword";
    };
  }

  /** What they are called in a sentence. */
  public String plural() {
    return switch (this) {
      case CHARACTER -> "characters";
      case BYTE -> "bytes";
      case BPE -> "subwords";
    };
  }

  /** A byte is held as the character of its number. */
  Charset read(Charset ofText) {
    return this == BYTE ? StandardCharsets.ISO_8859_1 : ofText;
  }
}
