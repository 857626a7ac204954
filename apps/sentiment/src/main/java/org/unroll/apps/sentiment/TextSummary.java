package org.unroll.apps.sentiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.unroll.core.data.Classes;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.labelled.Outcome;
import org.unroll.datasets.table.PartSummary;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.LabelledText;

/** How many texts there are, and of which classes. */
final class TextSummary {
  private static final int SHOWN = 12;

  private TextSummary() {}

  /**
   * @throws org.unroll.core.UserError if a text has a class that no training text has
   */
  static List<String> of(
      SentimentConfig config, Source<List<LabelledText>> source, DataAccess access) {
    Outcome<?> outcome = FittedText.outcome(config, source.read(Split.TRAIN), access);
    outcome.targets(source.read(Split.VALIDATION));
    return PartSummary.of(source, config.data().files().files(), texts -> told(texts, outcome));
  }

  private static String told(List<LabelledText> texts, Outcome<?> outcome) {
    Map<String, Integer> counts = outcome.counts(texts);
    Map<String, Integer> sorted = new LinkedHashMap<>();
    Classes.sorted(counts.keySet()).names().forEach(name -> sorted.put(name, counts.get(name)));
    return String.format(
        Locale.ROOT, "%,d texts, %,d labels: %s", texts.size(), sorted.size(), told(sorted, SHOWN));
  }

  /**
   * How often each class, or label, occurs.
   *
   * @param shown at most so many, the first ones
   */
  static String told(Map<String, Integer> counts, int shown) {
    String first =
        counts.entrySet().stream()
            .limit(shown)
            .map(each -> String.format(Locale.ROOT, "%s (%,d)", each.getKey(), each.getValue()))
            .collect(Collectors.joining(", "));
    return first + (counts.size() > shown ? ", …" : "");
  }
}
