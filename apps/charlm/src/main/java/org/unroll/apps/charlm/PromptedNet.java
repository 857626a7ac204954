package org.unroll.apps.charlm;

import java.util.Arrays;
import org.unroll.core.decode.StepModel;
import org.unroll.core.graph.step.StepState;

/**
 * A net that goes on from prompts, as a model that writes word by word. It knows one word more than
 * there are symbols, which stands for the start and the end and which no text holds: a text ends
 * where it is long enough.
 *
 * @param net of the symbols
 */
record PromptedNet(StepModel<StepState> net) implements StepModel<PromptedNet.Prompted> {
  /** So little that an end is no choice where others are. */
  private static final float NEVER = Float.MIN_NORMAL;

  /**
   * @param net that has read the prompts
   * @param next probabilities of the symbol after each prompt; none after the first step
   */
  record Prompted(StepState net, float[][] next) {}

  @Override
  public int words() {
    return net.words() + 1;
  }

  /** The word that stands for start and end. */
  int boundary() {
    return net.words();
  }

  @Override
  public int rows(Prompted state) {
    return net.rows(state.net());
  }

  @Override
  public Step<Prompted> step(Prompted state, int[] words) {
    if (state.next().length > 0) {
      return step(state.net(), state.next(), new float[words.length][0]);
    }
    Step<StepState> step = net.step(state.net(), words);
    return step(step.state(), step.probabilities(), step.attention());
  }

  private Step<Prompted> step(StepState state, float[][] next, float[][] attention) {
    float[][] probabilities = new float[next.length][];
    for (int row = 0; row < next.length; row++) {
      probabilities[row] = Arrays.copyOf(next[row], words());
      probabilities[row][boundary()] = NEVER;
    }
    return new Step<>(new Prompted(state, new float[0][]), probabilities, attention);
  }

  @Override
  public Prompted select(Prompted state, int... rows) {
    float[][] next = new float[state.next().length == 0 ? 0 : rows.length][];
    for (int i = 0; i < next.length; i++) {
      next[i] = state.next()[rows[i]];
    }
    return new Prompted(net.select(state.net(), rows), next);
  }
}
