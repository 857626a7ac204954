package org.unroll.datasets.labelled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.unroll.core.app.Prediction;
import org.unroll.core.data.Classes;

/**
 * What the net says of an example that may have several labels.
 *
 * @param labels those that hold, the most probable first
 * @param probabilities of every label, each by itself
 */
public record LabelsPrediction(List<String> labels, Map<String, Double> probabilities)
    implements Prediction {
  /**
   * @param row a probability for each label
   * @param threshold above which it holds
   */
  static LabelsPrediction of(double[] row, Classes labels, double threshold) {
    Map<String, Double> byLabel = new LinkedHashMap<>();
    List<String> holding = new ArrayList<>();
    for (int label = 0; label < row.length; label++) {
      String name = labels.names().get(label);
      byLabel.put(name, row[label]);
      if (row[label] > threshold) {
        holding.add(name);
      }
    }
    holding.sort(Comparator.comparing(byLabel::get).reversed());
    return new LabelsPrediction(holding, byLabel);
  }

  /** The labels that hold, or which one came nearest. */
  @Override
  public List<String> toLines() {
    if (labels.isEmpty()) {
      String nearest =
          probabilities.keySet().stream().max(Comparator.comparing(probabilities::get)).orElse("");
      return List.of("none (nearest " + told(nearest) + ")");
    }
    return List.of(labels.stream().map(this::told).collect(Collectors.joining(", ")));
  }

  private String told(String label) {
    return String.format(Locale.ROOT, "%s %.3f", label, probabilities.get(label));
  }
}
