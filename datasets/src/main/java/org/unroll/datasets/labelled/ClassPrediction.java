package org.unroll.datasets.labelled;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.app.Prediction;

/**
 * What the net says of a text.
 *
 * @param label the most probable class
 * @param probability of that class
 * @param probabilities of every class, summing to 1
 */
public record ClassPrediction(String label, double probability, Map<String, Double> probabilities)
    implements Prediction {
  @Override
  public List<String> toLines() {
    return List.of(String.format(Locale.ROOT, "%s %.3f", label, probability));
  }
}
