package org.unroll.datasets.labelled;

import java.util.List;

/** What a simple model says of a text. Thread-safe. */
@FunctionalInterface
public interface WordModel {
  /** A probability for each class or label of a tokenised text. */
  double[] probabilities(List<String> text);
}
