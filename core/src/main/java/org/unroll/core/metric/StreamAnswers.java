package org.unroll.core.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * How surprised a model was by a text, stretch by stretch. Immutable, since nobody writes to its
 * arrays.
 *
 * @param nats of each stretch, the sum over its symbols of −ln of the probability of each
 * @param symbols of each stretch
 * @param right of them, the most probable ones; empty if the model was not asked
 * @param characters that the symbols of each stretch are
 */
public record StreamAnswers(double[] nats, long[] symbols, long[] right, long[] characters)
    implements Answers {

  /** Nats and bits are those of a character, whatever the symbols are; perplexity of a symbol. */
  @Override
  public Evaluation score() {
    double sum = DoubleStream.of(nats).sum();
    double each = sum / Math.max(1, LongStream.of(characters).sum());
    long all = Math.max(1, LongStream.of(symbols).sum());
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metric.NATS.key(), each);
    metrics.put(Metric.BITS.key(), bits(each));
    metrics.put(Metric.PERPLEXITY.key(), Math.exp(sum / all));
    if (right.length > 0) {
      metrics.put(Metric.ACCURACY.key(), (double) LongStream.of(right).sum() / all);
    }
    return new Evaluation(metrics, List.of());
  }

  private static double bits(double nats) {
    return nats / Math.log(2);
  }

  /** Stretches are of one length, but for the last. */
  @Override
  public Optional<double[]> each(Metric metric) {
    if (metric != Metric.NATS && metric != Metric.BITS) {
      return Optional.empty();
    }
    double[] each = new double[nats.length];
    for (int i = 0; i < each.length; i++) {
      double own = nats[i] / Math.max(1, characters[i]);
      each[i] = metric == Metric.NATS ? own : bits(own);
    }
    return Optional.of(each);
  }

  @Override
  public Answers and(Answers more) {
    if (!(more instanceof StreamAnswers other)) {
      throw new IllegalArgumentException("answers of two kinds");
    }
    return new StreamAnswers(
        DoubleStream.concat(Arrays.stream(nats), Arrays.stream(other.nats)).toArray(),
        joined(symbols, other.symbols),
        joined(right, other.right),
        joined(characters, other.characters));
  }

  private static long[] joined(long[] first, long[] second) {
    return LongStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }
}
