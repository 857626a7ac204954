package org.unroll.core.decode;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Writes the outputs of a batch as a config says: greedily, drawn, or by beam search. An output
 * does not hang on those beside it. Immutable and thread-safe.
 *
 * @param seed of all that is drawn
 */
public record SequenceWriter(DecodeConfig decode, Boundaries boundaries, long seed) {

  /**
   * @param start of the batch, before the first word
   * @param limits most words of each row's output
   * @param examples number of each row's example, which its draws follow from
   * @return for each row its outputs, the best first, at least one
   */
  public <S> List<List<Hypothesis>> write(
      StepModel<S> model, S start, int[] limits, int[] examples) {
    return write(model, start, limits, examples, Taker.NONE);
  }

  /** Told each word as soon as it is certain. */
  @FunctionalInterface
  public interface Taker {
    /** Nobody listens. */
    Taker NONE = (row, word) -> {};

    void take(int row, int word);
  }

  /**
   * The same, and tells each word that is chosen, the end among them. A beam may go back: it tells
   * the words that all outputs it may still give begin with, and no end.
   */
  public <S> List<List<Hypothesis>> write(
      StepModel<S> model, S start, int[] limits, int[] examples, Taker taker) {
    WordRules rules = new WordRules(boundaries, decode.minLength(), decode.noRepeat());
    if (decode.samples()) {
      Sampling sampling = decode.sampling();
      long first = new SplittableRandom(seed).nextLong(); // far from that of the next seed
      return stepwise(
          new StepwiseWriter<>(model, rules),
          start,
          limits,
          row -> told(sampling.choice(first + examples[row]), row, taker));
    }
    if (decode.beam() == 1) {
      return stepwise(
          new StepwiseWriter<>(model, rules),
          start,
          limits,
          row -> told(WordChoice::best, row, taker));
    }
    BeamRanking ranking = new BeamRanking(decode.lengthPenalty(), decode.coveragePenalty());
    return new BeamSearch<>(model, rules, ranking, decode.beam()).search(start, limits, taker);
  }

  private static <S> List<List<Hypothesis>> stepwise(
      StepwiseWriter<S> writer, S start, int[] limits, IntFunction<WordChoice> choices) {
    return writer.write(start, limits, choices).stream().map(List::of).toList();
  }

  private static WordChoice told(WordChoice choice, int row, Taker taker) {
    return probabilities -> {
      int word = choice.choose(probabilities);
      taker.take(row, word);
      return word;
    };
  }
}
