package org.unroll.datasets.ngrams;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.SinglePrecision;
import org.unroll.core.data.Labelled;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Progress;

/**
 * A linear model over the words and word pairs of training texts, weighted by naive-Bayes log
 * ratios (NB-SVM, Wang &amp; Manning 2012; with the log-loss, since probabilities are wanted).
 *
 * @param model fitted on all texts
 * @param leftOut of each text what a model says that was fitted without it, as {@link
 *     Ngrams#logits}: a net that is to add to the model must not see it recite its own texts
 */
public record NgramFit(Ngrams model, float[][] leftOut) {
  /** As many numbers as a model may have. */
  private static final int MOST = 1 << 22;

  /** With a million, rare pairs of 25,000 film reviews are left out, and none of short texts. */
  private static final int MOST_FEATURES = 1 << 20;

  /**
   * Training texts.
   *
   * @param words of each
   * @param groups one for each; texts of equal groups are left out together
   */
  public record Texts(List<List<String>> words, List<?> groups) {
    /**
     * Equal texts are of one group, and so are texts of one origin, such as phrases of a sentence.
     *
     * @param words of each example, tokenised
     */
    public static Texts of(List<List<String>> words, List<? extends Labelled<?>> examples) {
      Map<Object, Origin> first = new HashMap<>();
      return new Texts(
          words,
          examples.stream()
              .map(each -> first.computeIfAbsent(each.input(), input -> each.origin()))
              .toList());
    }
  }

  /**
   * Fits one class of several.
   *
   * @param classes of each text its class, from 0
   * @param count of classes, at least 2
   */
  public static NgramFit classes(Texts texts, int[] classes, int count, Progress progress) {
    boolean[][] holds = new boolean[classes.length][count == 2 ? 1 : count];
    for (int text = 0; text < classes.length; text++) {
      for (int unit = 0; unit < holds[text].length; unit++) {
        holds[text][unit] = classes[text] == (count == 2 ? 1 : unit);
      }
    }
    return of(texts, holds, count == 2 ? Units.PAIR : Units.CLASSES, progress);
  }

  /**
   * Fits labels of which any number holds.
   *
   * @param sets of each text its labels, from 0
   * @param count of labels
   */
  public static NgramFit labels(Texts texts, int[][] sets, int count, Progress progress) {
    boolean[][] holds = new boolean[sets.length][count];
    for (int text = 0; text < sets.length; text++) {
      for (int label : sets[text]) {
        holds[text][label] = true;
      }
    }
    return of(texts, holds, Units.LABELS, progress);
  }

  private static NgramFit of(Texts texts, boolean[][] holds, Units units, Progress progress) {
    int most = Math.min(MOST_FEATURES, MOST / holds[0].length);
    NgramFeatures features = NgramFeatures.fit(texts.words(), most);
    int[][] rows = texts.words().parallelStream().map(features::of).toArray(int[][]::new);
    LabelledRows all = new LabelledRows(rows, holds, features.size());
    CrossFit.Choice choice = CrossFit.of(all, units, texts.groups()).choice(progress);
    return new NgramFit(
        new Ngrams(units, choice.cost(), features, all.models(choice.cost())),
        Arrays.stream(choice.logits()).map(SinglePrecision::of).toArray(float[][]::new));
  }
}
