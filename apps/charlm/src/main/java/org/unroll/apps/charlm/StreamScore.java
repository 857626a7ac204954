package org.unroll.apps.charlm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;

/**
 * How surprised a model was by a text.
 *
 * @param nats sum over the symbols of −ln of the probability of each
 * @param symbols scored
 * @param right of them, the most probable ones
 * @param characters that the symbols are
 */
record StreamScore(double nats, long symbols, long right, long characters) {
  static final StreamScore NOTHING = new StreamScore(0, 0, 0, 0);

  StreamScore plus(StreamScore other) {
    return new StreamScore(
        nats + other.nats,
        symbols + other.symbols,
        right + other.right,
        characters + other.characters);
  }

  /** Of a model that was not asked what it holds for most probable. */
  Evaluation withoutAnswers() {
    Map<String, Double> metrics = new LinkedHashMap<>(evaluation().metrics());
    metrics.remove(Metric.ACCURACY.key());
    return new Evaluation(metrics, List.of());
  }

  /** Nats and bits are those of a character, whatever the symbols are; perplexity of a symbol. */
  Evaluation evaluation() {
    double each = nats / Math.max(1, characters);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metric.NATS.key(), each);
    metrics.put(Metric.BITS.key(), each / Math.log(2));
    metrics.put(Metric.PERPLEXITY.key(), Math.exp(nats / Math.max(1, symbols)));
    metrics.put(Metric.ACCURACY.key(), (double) right / Math.max(1, symbols));
    return new Evaluation(metrics, List.of());
  }
}
