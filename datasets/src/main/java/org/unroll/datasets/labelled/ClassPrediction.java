package org.unroll.datasets.labelled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.app.Prediction;
import org.unroll.core.data.Classes;

/**
 * What the net says of an example.
 *
 * @param label the most probable class
 * @param probability of that class
 * @param probabilities of every class, summing to 1
 */
public record ClassPrediction(String label, double probability, Map<String, Double> probabilities)
    implements Prediction {
  /**
   * @param row a probability for each class; of equals, the first is the most probable
   */
  static ClassPrediction of(double[] row, Classes classes) {
    Map<String, Double> byClass = new LinkedHashMap<>();
    int best = 0;
    for (int c = 0; c < row.length; c++) {
      byClass.put(classes.names().get(c), row[c]);
      best = row[c] > row[best] ? c : best;
    }
    return new ClassPrediction(classes.names().get(best), row[best], byClass);
  }

  @Override
  public List<String> toLines() {
    return List.of(String.format(Locale.ROOT, "%s %.3f", label, probability));
  }
}
