package org.unroll.core.app;

/** What a net says about one input: a JSON record that can also be shown as a line of text. */
public interface Prediction {
  /** For the terminal. */
  String toLine();
}
