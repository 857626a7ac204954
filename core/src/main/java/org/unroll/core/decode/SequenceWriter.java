package org.unroll.core.decode;

import java.util.List;

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
    WordRules rules = new WordRules(boundaries, decode.minLength(), decode.noRepeat());
    if (decode.samples()) {
      Sampling sampling = decode.sampling();
      return alone(
          new StepwiseWriter<>(model, rules)
              .write(start, limits, row -> sampling.choice(31 * seed + examples[row])));
    }
    if (decode.beam() == 1) {
      return alone(new StepwiseWriter<>(model, rules).greedy(start, limits));
    }
    BeamRanking ranking = new BeamRanking(decode.lengthPenalty(), decode.coveragePenalty());
    return new BeamSearch<>(model, rules, ranking, decode.beam()).search(start, limits);
  }

  private static List<List<Hypothesis>> alone(List<Hypothesis> outputs) {
    return outputs.stream().map(List::of).toList();
  }
}
