package org.unroll.core.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Arbitrary but fixed probabilities that depend on the example and on all words so far. Word 0 is
 * the start, 1 the end, the others are text.
 */
final class TinyModel implements StepModel<List<TinyModel.Row>> {
  static final WordRules RULES = WordRules.of(new Boundaries(0, 1));
  private static final int SOURCE_STEPS = 3;

  private final int words;
  int steps;

  TinyModel(int words) {
    this.words = words;
  }

  /** An example and the words it was given. */
  record Row(int example, List<Integer> given) {}

  static List<Row> start(int... examples) {
    return Arrays.stream(examples).mapToObj(example -> new Row(example, List.of())).toList();
  }

  @Override
  public int words() {
    return words;
  }

  @Override
  public int rows(List<Row> state) {
    return state.size();
  }

  @Override
  public Step<List<Row>> step(List<Row> state, int[] last) {
    steps++;
    List<Row> next = new ArrayList<>();
    float[][] probabilities = new float[last.length][];
    float[][] attention = new float[last.length][];
    for (int i = 0; i < last.length; i++) {
      List<Integer> given = new ArrayList<>(state.get(i).given());
      given.add(last[i]);
      Row row = new Row(state.get(i).example(), List.copyOf(given));
      next.add(row);
      probabilities[i] = distribution(row, words, 1);
      attention[i] = distribution(row, SOURCE_STEPS, 2);
    }
    return new Step<>(next, probabilities, attention);
  }

  private static float[] distribution(Row row, int size, int salt) {
    SplittableRandom random = new SplittableRandom(31L * row.hashCode() + salt);
    double[] weights = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      weights[i] = Math.pow(random.nextDouble(), 3);
      sum += weights[i];
    }
    float[] distribution = new float[size];
    for (int i = 0; i < size; i++) {
      distribution[i] = (float) (weights[i] / sum);
    }
    return distribution;
  }

  @Override
  public List<Row> select(List<Row> state, int... rows) {
    return Arrays.stream(rows).mapToObj(state::get).toList();
  }

  /** All outputs of at most {@code limit} words, the best first. */
  List<Hypothesis> all(int example, int limit, BeamRanking ranking) {
    List<Hypothesis> found = new ArrayList<>();
    explore(start(example), BeamPath.start(0), limit, found, ranking);
    found.sort((a, b) -> Double.compare(b.score(), a.score()));
    return found;
  }

  private void explore(
      List<Row> state, BeamPath path, int limit, List<Hypothesis> found, BeamRanking ranking) {
    Step<List<Row>> step = step(state, new int[] {path.isStart() ? 0 : path.word()});
    for (int word = 1; word < words; word++) {
      BeamPath next = path.then(word, step.probabilities()[0][word], step.attention()[0]);
      if (word == RULES.boundaries().end()) {
        found.add(next.finished(ranking));
      } else if (path.length() < limit) {
        explore(step.state(), next, limit, found, ranking);
      }
    }
  }
}
