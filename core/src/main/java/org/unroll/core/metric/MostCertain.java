package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Hits and misses: the examples of which a classifier was most certain, those it got right and
 * those it got wrong. The latter are where the data, or the net, are worth a look.
 */
public final class MostCertain {
  private static final int SHOWN = 8;

  private MostCertain() {}

  /**
   * @param probability of the class that was said; of a set of labels, of the one that is furthest
   *     from the truth
   */
  private record Answered(
      String text, String expected, String said, boolean right, double probability, double sure) {
    List<String> row() {
      String certain = String.format(Locale.ROOT, "%.3f", probability);
      return List.of(text, expected, said, certain);
    }
  }

  /**
   * Two tables, less those that would be empty; none of answers of other kinds.
   *
   * @param texts what is shown of each example, in the order of the answers
   */
  public static List<Table> of(List<String> texts, Answers answers) {
    if (answers instanceof ClassAnswers classes) {
      return tables(answered(texts, classes), "probability");
    }
    return answers instanceof LabelSetAnswers sets
        ? tables(answered(texts, sets), "probability of the label furthest off")
        : List.of();
  }

  private static List<Table> tables(List<Answered> all, String probability) {
    List<String> header = List.of("text", "expected", "said", probability);
    List<Table> tables = new ArrayList<>();
    for (boolean right : new boolean[] {false, true}) {
      List<List<String>> rows =
          all.stream()
              .filter(each -> each.right == right)
              .sorted(Comparator.comparingDouble(Answered::sure).reversed())
              .limit(SHOWN)
              .map(Answered::row)
              .toList();
      String title = (right ? "Right" : "Wrong") + " with most certainty";
      if (!rows.isEmpty()) {
        tables.add(new Table(title, header, rows));
      }
    }
    return tables;
  }

  private static List<Answered> answered(List<String> texts, ClassAnswers answers) {
    int[] said = Classification.mostProbable(answers.probabilities());
    List<Answered> all = new ArrayList<>();
    for (int i = 0; i < said.length; i++) {
      double sure = answers.probabilities()[i][said[i]];
      int truth = answers.truth()[i];
      List<String> names = answers.classes();
      all.add(
          new Answered(
              Excerpt.of(texts.get(i)),
              names.get(truth),
              names.get(said[i]),
              said[i] == truth,
              sure,
              sure));
    }
    return all;
  }

  private static List<Answered> answered(List<String> texts, LabelSetAnswers answers) {
    List<Answered> all = new ArrayList<>();
    for (int i = 0; i < answers.truth().length; i++) {
      double[] row = answers.probabilities()[i];
      boolean[] holds = new boolean[row.length];
      Arrays.stream(answers.truth()[i]).forEach(label -> holds[label] = true);
      boolean[] said = new boolean[row.length];
      int worst = 0;
      for (int label = 0; label < row.length; label++) {
        said[label] = row[label] > answers.threshold();
        worst = error(row, holds, label) > error(row, holds, worst) ? label : worst;
      }
      boolean right = Arrays.equals(holds, said);
      double error = error(row, holds, worst);
      all.add(
          new Answered(
              Excerpt.of(texts.get(i)),
              names(answers.labels(), holds),
              names(answers.labels(), said),
              right,
              row[worst],
              right ? 1 - error : error));
    }
    return all;
  }

  private static double error(double[] row, boolean[] holds, int label) {
    return holds[label] ? 1 - row[label] : row[label];
  }

  private static String names(List<String> labels, boolean[] chosen) {
    List<String> names = new ArrayList<>();
    for (int label = 0; label < chosen.length; label++) {
      if (chosen[label]) {
        names.add(labels.get(label));
      }
    }
    return names.isEmpty() ? Table.NONE : String.join(", ", names);
  }
}
