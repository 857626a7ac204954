package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The examples with the best and the worst scores of their own, for metrics that give one each. */
public final class BestAndWorst {
  private static final int SHOWN = 8;

  private BestAndWorst() {}

  /**
   * Two tables, the worst first, without an example in both.
   *
   * @param metric that the scores are of, and the name of the last column
   * @param header of the rows without their score
   * @param rows one an example
   * @param scores of the examples, in the order of the rows
   */
  public static List<Table> of(
      Metric metric, List<String> header, List<List<String>> rows, double[] scores) {
    int[] ascending = // the worst first
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(
                metric.better(1, 0)
                    ? Comparator.comparingDouble(i -> scores[i])
                    : Comparator.comparingDouble(i -> -scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int worst = Math.min(SHOWN, scores.length / 2);
    int best = Math.min(SHOWN, scores.length - worst);
    List<Table> tables = new ArrayList<>();
    for (String which : List.of("Worst", "Best")) {
      boolean first = which.equals("Worst");
      List<List<String>> shown = new ArrayList<>();
      for (int i = 0; i < (first ? worst : best); i++) {
        int at = ascending[first ? i : ascending.length - 1 - i];
        List<String> row = new ArrayList<>(rows.get(at));
        row.add(metric.scale().text(scores[at]));
        shown.add(row);
      }
      List<String> names = new ArrayList<>(header);
      names.add(metric.key());
      if (!shown.isEmpty()) {
        tables.add(new Table(which + " by " + metric.key(), names, shown));
      }
    }
    return tables;
  }
}
