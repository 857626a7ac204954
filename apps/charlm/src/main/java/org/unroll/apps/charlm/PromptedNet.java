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
   * @param net that has read all symbols of the prompts but the last
   * @param last symbol of each prompt; none after the first step
   */
  record Prompted(StepState net, int[] last) {}

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
    int[] read = state.last().length == 0 ? words : state.last();
    Step<StepState> step = net.step(state.net(), read);
    float[][] probabilities = new float[read.length][];
    for (int row = 0; row < read.length; row++) {
      probabilities[row] = Arrays.copyOf(step.probabilities()[row], words());
      probabilities[row][boundary()] = NEVER;
    }
    return new Step<>(new Prompted(step.state(), new int[0]), probabilities, step.attention());
  }

  @Override
  public Prompted select(Prompted state, int... rows) {
    int[] last = state.last().length == 0 ? state.last() : new int[rows.length];
    for (int i = 0; i < last.length; i++) {
      last[i] = state.last()[rows[i]];
    }
    return new Prompted(net.select(state.net(), rows), last);
  }
}
