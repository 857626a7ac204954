package org.unroll.apps.charlm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.app.Net;
import org.unroll.core.decode.Boundaries;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.decode.SequenceWriter;
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
   * @param first number of the first prompt: what is drawn for a prompt follows from its number
   * @param taker told each symbol as it is chosen
   * @return what follows each prompt
   */
  List<List<Integer>> write(List<int[]> prompts, int first, SequenceWriter.Taker taker) {
    PromptedNet model = new PromptedNet(steps);
    Boundaries boundaries = new Boundaries(model.boundary(), model.boundary());
    SequenceWriter writer = new SequenceWriter(config.decode(), boundaries, seed);
    int[] limits = new int[prompts.size()];
    int[] numbers = new int[prompts.size()];
    for (int row = 0; row < limits.length; row++) {
      limits[row] = config.length();
      numbers[row] = first + row;
    }
    List<List<Integer>> written = new ArrayList<>();
    for (List<Hypothesis> found : writer.write(model, read(prompts), limits, numbers, taker)) {
      written.add(found.get(0).words());
    }
    return written;
  }

  /** Each prompt is read at one go; one that came before is not read again. */
  private PromptedNet.Prompted read(List<int[]> prompts) {
    StepState start = steps.start(prompts.size());
    List<StepState> read = new ArrayList<>();
    int[] last = new int[prompts.size()];
    for (int row = 0; row < last.length; row++) {
      int[] prompt = prompts.get(row);
      last[row] = prompt[prompt.length - 1];
      Optional<StepState> before = before(prompts, row).map(read::get);
      StepState alone = start.select(row);
      read.add(
          before.orElseGet(
              () -> prompt.length == 1 ? alone : steps.read(alone, prompt, prompt.length - 1)));
    }
    boolean nothing = prompts.stream().allMatch(prompt -> prompt.length == 1);
    return new PromptedNet.Prompted(nothing ? start : StepState.join(read), last);
  }

  private static Optional<Integer> before(List<int[]> prompts, int row) {
    for (int other = 0; other < row; other++) {
      if (java.util.Arrays.equals(prompts.get(other), prompts.get(row))) {
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
