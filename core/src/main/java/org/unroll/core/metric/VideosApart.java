package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The videos with the best and the worst scores of their own. */
public final class VideosApart {
  private VideosApart() {}

  /**
   * By the share of frames that are right or, of numbers, by the mean error of all columns; of
   * videos that have labels.
   *
   * @param names of the videos, in the order of the answers
   * @return none of answers that are about no frames
   */
  public static List<Table> of(List<String> names, Answers answers) {
    if (answers instanceof FrameClassAnswers classes) {
      return of(names, classes);
    }
    return answers instanceof FrameNumberAnswers numbers ? of(names, numbers) : List.of();
  }

  private static List<Table> of(List<String> names, FrameClassAnswers answers) {
    List<List<String>> rows = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    for (int video = 0; video < names.size(); video++) {
      int[] truth = answers.truth()[video];
      int[] said = Classification.mostProbable(answers.probabilities()[video]);
      Map<String, Integer> mistakes = new HashMap<>();
      int labelled = 0;
      int right = 0;
      for (int frame = 0; frame < truth.length; frame++) {
        if (truth[frame] >= 0) {
          labelled++;
          right += truth[frame] == said[frame] ? 1 : 0;
          if (truth[frame] != said[frame]) {
            List<String> classes = answers.classes();
            String mistake = classes.get(truth[frame]) + " taken for " + classes.get(said[frame]);
            mistakes.merge(mistake, 1, Integer::sum);
          }
        }
      }
      if (labelled > 0) {
        rows.add(List.of(names.get(video), Integer.toString(labelled), most(mistakes)));
        scores.add((double) right / labelled);
      }
    }
    List<String> header = List.of("recording", "frames", "most often");
    return BestAndWorst.of(Metric.ACCURACY, header, rows, array(scores));
  }

  private static String most(Map<String, Integer> mistakes) {
    return mistakes.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(each -> each.getKey() + " (" + each.getValue() + ")")
        .orElse(Table.NONE);
  }

  private static List<Table> of(List<String> names, FrameNumberAnswers answers) {
    List<List<String>> rows = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    for (int video = 0; video < names.size(); video++) {
      double sum = 0;
      int count = 0;
      double[][] truth = answers.truth()[video];
      for (int frame = 0; frame < truth.length; frame++) {
        for (int column = 0; column < truth[frame].length; column++) {
          if (!Double.isNaN(truth[frame][column])) {
            sum += Math.abs(truth[frame][column] - answers.predicted()[video][frame][column]);
            count++;
          }
        }
      }
      if (count > 0) {
        rows.add(List.of(names.get(video), Integer.toString(truth.length)));
        scores.add(sum / count);
      }
    }
    return BestAndWorst.of(Metric.MAE, List.of("recording", "frames"), rows, array(scores));
  }

  private static double[] array(List<Double> scores) {
    double[] array = new double[scores.size()];
    Arrays.setAll(array, scores::get);
    return array;
  }
}
