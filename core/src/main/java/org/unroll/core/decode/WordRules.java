package org.unroll.core.decode;

import java.util.List;

/**
 * Which word may come next.
 *
 * @param minLength fewest words of an output; 0 allows an empty one
 * @param noRepeat no output holds a row of so many words twice (Paulus et al. 2018); 0 for any
 */
record WordRules(Boundaries boundaries, int minLength, int noRepeat) {
  /** None but the boundaries. */
  static WordRules of(Boundaries boundaries) {
    return new WordRules(boundaries, 0, 0);
  }

  /**
   * A copy in which what may not come has probability 0. Where nothing is left the output ends.
   *
   * @param written the words before
   */
  float[] allowed(float[] probabilities, List<Integer> written) {
    float[] allowed = boundaries.allowed(probabilities);
    if (written.size() < minLength) {
      allowed[boundaries.end()] = 0;
    }
    if (noRepeat > 0) {
      banRepeats(allowed, written);
    }
    if (allowed[WordChoice.best(allowed)] <= 0) {
      allowed[boundaries.end()] = Math.max(Float.MIN_NORMAL, probabilities[boundaries.end()]);
    }
    return allowed;
  }

  /** The words that stood behind the last {@code noRepeat - 1} words before. */
  private void banRepeats(float[] allowed, List<Integer> written) {
    int before = noRepeat - 1;
    List<Integer> last = written.subList(Math.max(0, written.size() - before), written.size());
    for (int at = before; at < written.size(); at++) {
      if (written.subList(at - before, at).equals(last)) {
        allowed[written.get(at)] = 0;
      }
    }
  }
}
