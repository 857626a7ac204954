package org.unroll.core.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Writes one output a row, choosing word after word and never going back: greedy search or
 * sampling. Rows that ended are left out of the further steps. Not thread-safe.
 *
 * @param <S> the model's state
 */
public final class StepwiseWriter<S> {
  private final StepModel<S> model;
  private final WordRules rules;

  StepwiseWriter(StepModel<S> model, WordRules rules) {
    this.model = model;
    this.rules = rules;
  }

  /** Takes the most probable word each time. */
  public List<Hypothesis> greedy(S start, int[] limits) {
    return write(start, limits, row -> WordChoice::best);
  }

  /**
   * @param start before the first word
   * @param limits most words of each row's output
   * @param choices how to choose for each row
   * @return one output a row; where the limit cut it off, without its end
   */
  public List<Hypothesis> write(S start, int[] limits, IntFunction<WordChoice> choices) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < model.rows(start); i++) {
      rows.add(new Row(limits[i], choices.apply(i)));
    }
    List<Row> live = new ArrayList<>(rows);
    S state = start;
    while (!live.isEmpty()) {
      int[] last = live.stream().mapToInt(row -> row.last(rules.boundaries())).toArray();
      StepModel.Step<S> step = model.step(state, last);
      List<Row> left = new ArrayList<>();
      List<Integer> kept = new ArrayList<>();
      for (int i = 0; i < last.length; i++) {
        live.get(i).add(step.probabilities()[i], step.attention()[i], rules);
        if (!live.get(i).ended) {
          left.add(live.get(i));
          kept.add(i);
        }
      }
      boolean fewer = left.size() < live.size();
      state = fewer ? model.select(step.state(), numbers(kept)) : step.state();
      live = left;
    }
    return rows.stream().map(Row::hypothesis).toList();
  }

  private static int[] numbers(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  /** An output being written. */
  private static final class Row {
    private final int limit;
    private final WordChoice choice;
    private final List<Integer> words = new ArrayList<>();
    private final List<float[]> attention = new ArrayList<>();
    private double logProbability;
    private boolean ended;

    Row(int limit, WordChoice choice) {
      this.limit = limit;
      this.choice = choice;
    }

    int last(Boundaries boundaries) {
      return words.isEmpty() ? boundaries.start() : words.get(words.size() - 1);
    }

    void add(float[] probabilities, float[] looked, WordRules rules) {
      int word = choice.choose(rules.allowed(probabilities, words));
      logProbability += Math.log(probabilities[word]);
      attention.add(looked);
      if (word == rules.boundaries().end()) {
        ended = true;
      } else {
        words.add(word);
        ended = words.size() >= limit;
      }
    }

    Hypothesis hypothesis() {
      return new Hypothesis(words, logProbability, logProbability, attention);
    }
  }
}
