package org.unroll.apps.sentiment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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
    Function<String, List<String>> labels =
        config.severalLabels() ? config.data().labels()::split : List::of;
    return PartSummary.of(source, config.data().files().files(), texts -> told(texts, labels));
  }

  private static String told(List<LabelledText> texts, Function<String, List<String>> labels) {
    Map<String, Integer> counts = new TreeMap<>();
    for (LabelledText text : texts) {
      labels.apply(text.label()).forEach(label -> counts.merge(label, 1, Integer::sum));
    }
    StringBuilder told = new StringBuilder();
    List<String> names = Classes.sorted(counts.keySet()).names();
    for (String name : names.subList(0, Math.min(SHOWN, names.size()))) {
      told.append(told.isEmpty() ? "" : ", ").append(name);
      told.append(String.format(Locale.ROOT, " (%,d)", counts.get(name)));
    }
    return String.format(
        Locale.ROOT,
        "%,d texts, %,d labels: %s%s",
        texts.size(),
        names.size(),
        told,
        names.size() > SHOWN ? ", …" : "");
  }
}
