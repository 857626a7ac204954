package org.unroll.core.decode;

/**
 * A model that writes word by word: given a state and the last word of each row, the probability of
 * every next word. Rows do not influence each other. Not thread-safe.
 *
 * @param <S> what the model remembers of the rows; immutable
 */
public interface StepModel<S> {
  /** Words it knows; word numbers are from 0. */
  int words();

  /** Rows that a state has. */
  int rows(S state);

  /**
   * @param words the last word of each row of the state
   */
  Step<S> step(S state, int[] words);

  /**
   * The state with other rows: reordered, repeated or left out.
   *
   * @param rows of {@code state}, one for each new row
   */
  S select(S state, int... rows);

  /**
   * What a step gives.
   *
   * @param state to go on from
   * @param probabilities of the next word, {@code [rows][words]}
   * @param attention where each row looked, {@code [rows][source steps]}; {@code [rows][0]} for a
   *     model that does not look anywhere
   */
  record Step<S>(S state, float[][] probabilities, float[][] attention) {}
}
