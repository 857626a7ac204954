package org.unroll.apps.translate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.core.app.NetWriter;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.decode.DecodeConfig;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.pair.EncodedPairs;
import org.unroll.datasets.pair.PairBatches;
import org.unroll.datasets.text.SentencePair;

/** Scores a net: what it translates, and how surprised it is by the data's translations. */
record NetScores(Languages languages, TranslationScores scores, long seed) {
  /** Sentences scored side by side. */
  private static final int SCORED = 32;

  Evaluation evaluate(Net net, List<SentencePair> pairs, DecodeConfig decode) {
    return evaluate(net, pairs, pairs, decode);
  }

  /**
   * @param translated those to translate
   * @param surprising those for the perplexity, which costs little
   */
  Evaluation evaluate(
      Net net, List<SentencePair> translated, List<SentencePair> surprising, DecodeConfig decode) {
    EncodedPairs encoded = languages.encode(translated);
    long start = System.nanoTime();
    List<List<Hypothesis>> found =
        new NetTranslator(net, languages, decode, seed).translate(encoded);
    double seconds = (System.nanoTime() - start) / 1e9;
    List<String> translations = new ArrayList<>();
    for (List<Hypothesis> each : found) {
      translations.add(languages.target().decode(each.get(0).words()));
    }
    Evaluation evaluation = scores.evaluate(translated, translations);
    Map<String, Double> metrics = new LinkedHashMap<>(evaluation.metrics());
    metrics.put(Metric.PERPLEXITY.key(), perplexity(net, surprising));
    List<Table> tables = new ArrayList<>(evaluation.tables());
    tables.add(NetWriter.speed(decode, "sentences", translated.size(), seconds));
    return new Evaluation(metrics, tables)
        .detailed(TranslationScores.bestAndWorst(translated, translations));
  }

  private double perplexity(Net net, List<SentencePair> pairs) {
    EncodedPairs encoded = languages.encode(pairs);
    return languages
        .writer(net)
        .perplexity(
            PairBatches.of(encoded, new BatchOrder(SCORED, 0, true)),
            encoded::target,
            encoded.end());
  }
}
