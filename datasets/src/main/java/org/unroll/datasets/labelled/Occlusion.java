package org.unroll.datasets.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.unroll.core.app.WeighedWord;
import org.unroll.core.metric.Classification;

/**
 * What answers owe to single words: inputs are asked once more without each of their words, all of
 * them together.
 *
 * @param <I> an input
 */
public final class Occlusion<I> {
  /**
   * Of the steps that an epoch trains on, so many may be read once more. A step that is trained on
   * costs about three that are read, so this is some 2 % of an epoch.
   */
  private static final double SHARE = 0.06;

  /**
   * An input without one of its words.
   *
   * @param word as it stands in the input
   */
  public record Without<T>(String word, T input) {}

  private final List<List<Without<I>>> asked = new ArrayList<>();

  /**
   * @param inputs those that are shown
   * @param words an input without each of its words in turn
   * @param trained steps of an epoch: the first inputs are asked, as many as are cheap beside it
   */
  Occlusion(List<I> inputs, Function<I, List<Without<I>>> words, long trained) {
    long left = (long) (SHARE * trained);
    for (I input : inputs) {
      List<Without<I>> without = words.apply(input);
      long steps = (long) without.size() * Math.max(0, without.size() - 1);
      left -= steps;
      asked.add(left >= 0 ? without : List.of());
    }
  }

  /** All inputs without a word, to be answered in this order. */
  List<I> inputs() {
    return asked.stream().flatMap(List::stream).map(Without::input).toList();
  }

  /**
   * Of each input that is shown its words; none of those that were not asked.
   *
   * @param whole the probabilities of each that is shown
   * @param without those of {@link #inputs}
   */
  List<List<WeighedWord>> weights(double[][] whole, double[][] without) {
    int[] said = Classification.mostProbable(whole);
    List<List<WeighedWord>> all = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < asked.size(); i++) {
      List<WeighedWord> words = new ArrayList<>();
      for (Without<I> each : asked.get(i)) {
        double weight = whole[i][said[i]] - without[at++][said[i]];
        words.add(new WeighedWord(each.word(), weight));
      }
      all.add(words);
    }
    return all;
  }
}
