package org.unroll.core.decode;

/**
 * The words that are no text.
 *
 * @param start stands before the first word of an output
 * @param end stands after the last
 * @param never are words that no output holds, such as padding
 */
public record Boundaries(int start, int end, int... never) {
  public Boundaries {
    never = never.clone();
  }

  /** A copy without what never comes. */
  float[] allowed(float[] probabilities) {
    float[] allowed = probabilities.clone();
    for (int word : never) {
      allowed[word] = 0;
    }
    allowed[start] = start == end ? allowed[start] : 0;
    return allowed;
  }
}
