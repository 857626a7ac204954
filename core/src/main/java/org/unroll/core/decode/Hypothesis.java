package org.unroll.core.decode;

import java.util.List;

/**
 * An output that a search found.
 *
 * @param words between start and end, neither included
 * @param logProbability natural logarithm, that of the end included where it was written
 * @param score what hypotheses are ranked by, the higher the better
 * @param attention where the model looked for each word, and for the end if it was written: {@code
 *     [steps][source steps]}
 */
public record Hypothesis(
    List<Integer> words, double logProbability, double score, List<float[]> attention) {
  public Hypothesis {
    words = List.copyOf(words);
    attention = List.copyOf(attention);
  }
}
