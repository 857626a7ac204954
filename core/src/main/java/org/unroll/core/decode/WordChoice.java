package org.unroll.core.decode;

/** Chooses the next word of one output. */
public interface WordChoice {
  /**
   * @param probabilities of the words; they may sum to less than 1
   */
  int choose(float[] probabilities);

  /** The most probable word, the first of equals: a greedy search. */
  static int best(float[] probabilities) {
    int best = 0;
    for (int word = 1; word < probabilities.length; word++) {
      best = probabilities[word] > probabilities[best] ? word : best;
    }
    return best;
  }
}
