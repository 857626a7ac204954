package org.unroll.core.graph.step;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.decode.StepModel;
import org.unroll.core.layer.attention.AttentionWeights;

/**
 * A trained graph as a model that writes word by word: one graph input takes the word before, the
 * head gives the probabilities of the next. Owned by the graph's thread.
 */
public final class TokenSteps implements StepModel<StepState>, AutoCloseable {
  private static final int STRETCH = 128; // words read at a time

  private final StepGraph steps;
  private final String input;
  private final int words;
  private final Optional<String> attention; // DL4J's name of the vertex with its weights

  private TokenSteps(StepGraph steps, String input, int words, Optional<String> attention) {
    this.steps = steps;
    this.input = input;
    this.words = words;
    this.attention = attention;
  }

  /**
   * @param input of the graph, that takes the word before
   * @param words that the head knows
   * @throws org.unroll.core.UserError if the graph needs all words at once
   */
  public static TokenSteps of(ComputationGraph graph, String input, int words) {
    Optional<String> attention =
        graph.getConfiguration().getVertices().entrySet().stream()
            .filter(vertex -> vertex.getValue() instanceof AttentionWeights)
            .map(Map.Entry::getKey)
            .findFirst();
    String[] watched = attention.stream().toArray(String[]::new);
    return new TokenSteps(StepGraph.of(graph, Set.of(input), watched), input, words, attention);
  }

  /** As {@link StepGraph#start(int)}. */
  public StepState start(int rows) {
    return steps.start(rows);
  }

  /** As {@link StepGraph#start(MultiDataSet)}. */
  public StepState start(MultiDataSet batch) {
    return steps.start(batch);
  }

  @Override
  public int words() {
    return words;
  }

  @Override
  public int rows(StepState state) {
    return state.rows();
  }

  @Override
  public Step<StepState> step(StepState state, int[] last) {
    float[][] tokens = new float[last.length][];
    for (int row = 0; row < last.length; row++) {
      tokens[row] = new float[] {last[row]};
    }
    StepOutput output = steps.step(state, Map.of(input, tokens));
    float[][] looked =
        attention.map(name -> output.watched().get(name)).orElse(new float[last.length][0]);
    return new Step<>(output.state(), output.output(), looked);
  }

  /**
   * Reads the first words of one row without asking what comes next; for graphs whose inputs are
   * all step inputs.
   *
   * @param state of one row
   */
  public StepState read(StepState state, int[] words, int count) {
    StepState read = state;
    for (int from = 0; from < count; from += STRETCH) {
      float[] piece = new float[Math.min(STRETCH, count - from)];
      for (int i = 0; i < piece.length; i++) {
        piece[i] = words[from + i];
      }
      read = steps.stretch(read, Map.of(input, new float[][] {piece}), piece.length).state();
    }
    return read;
  }

  @Override
  public StepState select(StepState state, int... rows) {
    return state.select(rows);
  }

  /** The graph stays open. */
  @Override
  public void close() {
    steps.close();
  }
}
