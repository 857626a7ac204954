package org.unroll.apps.charlm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.unroll.core.app.Net;
import org.unroll.core.decode.Boundaries;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.decode.SequenceWriter;
import org.unroll.core.decode.StepModel;
import org.unroll.core.graph.step.StepState;
import org.unroll.core.graph.step.TokenSteps;
import org.unroll.datasets.stream.Symbols;

/** Writes with a trained net, going on from prompts. Not thread-safe. */
final class TextWriter implements AutoCloseable {
  private final TokenSteps steps;
  private final WritingConfig config;
  private final long seed;

  /**
   * @param seed of all that is drawn
   */
  TextWriter(Net net, Symbols symbols, WritingConfig config, long seed) {
    this.steps = net.tokenSteps(CharlmApp.SYMBOLS, symbols.size());
    this.config = config;
    this.seed = seed;
  }

  /**
   * @param prompts numbers of symbols, at least one each
   * @param numbers from which follows what is drawn for each prompt
   * @param taker told each symbol as it is chosen
   * @return what follows each prompt
   */
  List<List<Integer>> write(List<int[]> prompts, int[] numbers, SequenceWriter.Taker taker) {
    PromptedNet model = new PromptedNet(steps);
    Boundaries boundaries = new Boundaries(model.boundary(), model.boundary());
    SequenceWriter writer = new SequenceWriter(config.decode(), boundaries, seed);
    int[] limits = new int[prompts.size()];
    Arrays.fill(limits, config.length());
    List<List<Integer>> written = new ArrayList<>();
    for (List<Hypothesis> found : writer.write(model, read(prompts), limits, numbers, taker)) {
      written.add(found.get(0).words());
    }
    return written;
  }

  /** Each prompt is read by itself at one go; one that came before is not read again. */
  private PromptedNet.Prompted read(List<int[]> prompts) {
    StepState start = steps.start(prompts.size());
    List<StepState> states = new ArrayList<>();
    float[][] next = new float[prompts.size()][];
    for (int row = 0; row < next.length; row++) {
      Optional<Integer> before = before(prompts, row);
      if (before.isPresent()) {
        states.add(states.get(before.get()));
        next[row] = next[before.get()];
      } else {
        StepModel.Step<StepState> step = read(start.select(row), prompts.get(row));
        states.add(step.state());
        next[row] = step.probabilities()[0];
      }
    }
    return new PromptedNet.Prompted(StepState.join(states), next);
  }

  private StepModel.Step<StepState> read(StepState start, int[] prompt) {
    int last = prompt.length - 1;
    return steps.step(steps.read(start, prompt, last), new int[] {prompt[last]});
  }

  private static Optional<Integer> before(List<int[]> prompts, int row) {
    for (int other = 0; other < row; other++) {
      if (Arrays.equals(prompts.get(other), prompts.get(row))) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    steps.close();
  }
}
