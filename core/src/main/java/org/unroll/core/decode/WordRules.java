package org.unroll.core.decode;

import java.util.List;
import java.util.function.Supplier;

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
    return allowed(probabilities, written.size(), () -> written);
  }

  /**
   * The same.
   *
   * @param length how many words were written
   * @param written which ones, seldom asked for
   */
  float[] allowed(float[] probabilities, int length, Supplier<List<Integer>> written) {
    float[] allowed = boundaries.allowed(probabilities);
    if (length < minLength) {
      allowed[boundaries.end()] = 0;
    }
    if (noRepeat > 0) {
      banRepeats(allowed, written.get());
    }
    if (!isAnyLeft(allowed)) {
      allowed[boundaries.end()] = Math.max(Float.MIN_NORMAL, probabilities[boundaries.end()]);
    }
    return allowed;
  }

  private static boolean isAnyLeft(float[] allowed) {
    for (float probability : allowed) {
      if (probability > 0) {
        return true;
      }
    }
    return false;
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
