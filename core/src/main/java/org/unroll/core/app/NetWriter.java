package org.unroll.core.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.unroll.core.app.Net.BatchWork;
import org.unroll.core.data.Batch;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.decode.DecodeConfig;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.decode.SequenceWriter;
import org.unroll.core.decode.SequenceWriter.Taker;
import org.unroll.core.graph.step.TokenSteps;
import org.unroll.core.metric.Table;

/**
 * Writes sequences with a trained net: what does not depend on the words written (an encoder) once
 * a batch, the rest once a word. What is written for an example does not hang on those beside it.
 * Not thread-safe.
 */
public final class NetWriter {
  /** A probability of 0 would make all others count for nothing. */
  private static final double LEAST = 1e-10;

  private final Net net;
  private final String input;
  private final int words;

  /**
   * @param input of the graph, that takes the word before
   * @param words that the head knows
   */
  public NetWriter(Net net, String input, int words) {
    this.net = net;
    this.input = input;
    this.words = words;
  }

  /**
   * How examples are put into batches to be written for: like lengths together, and few of them
   * shared out among the threads of the net. Any order will do, as each row says whose it is.
   */
  public BatchOrder order(int examples, DecodeConfig decode) {
    return net.order(examples, decode.batch());
  }

  /**
   * @param limit from the number of an example to the most words that are written for it
   * @return for each example what was written, the best first, at least one
   */
  public List<List<Hypothesis>> write(
      Batches batches, SequenceWriter writer, IntUnaryOperator limit) {
    return write(batches, writer, limit, IntUnaryOperator.identity(), Taker.NONE);
  }

  /**
   * The same, and tells the words that are known already.
   *
   * @param number from an example to the number that its draws follow from
   * @param taker told words by the number of the example in the batches; may be on several threads
   */
  public List<List<Hypothesis>> write(
      Batches batches,
      SequenceWriter writer,
      IntUnaryOperator limit,
      IntUnaryOperator number,
      Taker taker) {
    List<List<Hypothesis>> found = new ArrayList<>();
    for (int i = 0; i < batches.examples(); i++) {
      found.add(List.of());
    }
    net.overBatches(
        batches,
        own -> {
          TokenSteps steps = own.tokenSteps(input, words);
          return BatchWork.closing(
              steps::close, batch -> write(steps, batch, writer, limit, number, taker));
        },
        (batch, rows) -> {
          for (int row = 0; row < rows.size(); row++) {
            found.set(batch.examples()[row], rows.get(row));
          }
        });
    return found;
  }

  private static List<List<Hypothesis>> write(
      TokenSteps steps,
      Batch batch,
      SequenceWriter writer,
      IntUnaryOperator limit,
      IntUnaryOperator number,
      Taker taker) {
    int[] examples = batch.examples();
    int[] limits = Arrays.stream(examples).map(limit).toArray();
    int[] numbers = Arrays.stream(examples).map(number).toArray();
    return writer.write(
        steps,
        steps.start(batch.data()),
        limits,
        numbers,
        taker == Taker.NONE ? taker : (row, word) -> taker.take(examples[row], word));
  }

  /**
   * How surprised the net is by given words: e to the mean −ln of the probability of each, the end
   * among them.
   *
   * @param batches which give the words before as input
   * @param target the words of an example
   * @param end that follows them
   */
  public double perplexity(Batches batches, IntFunction<int[]> target, int end) {
    double[] sum = new double[1];
    long[] count = new long[1];
    net.outputs(
        batches,
        (example, output) -> {
          int[] wanted = target.apply(example);
          int steps = output.length / words; // output [words, steps]
          for (int t = 0; t <= wanted.length; t++) {
            int word = t < wanted.length ? wanted[t] : end;
            sum[0] -= Math.log(Math.max(LEAST, output[word * steps + t]));
          }
          count[0] += wanted.length + 1;
        });
    return Math.exp(sum[0] / count[0]);
  }

  /**
   * How fast outputs were written.
   *
   * @param what they were written for: {@code sentences}
   */
  public static Table speed(DecodeConfig decode, String what, int count, double seconds) {
    return new Table(
        "Decoding",
        List.of("search", "batch", what, "seconds", what + "/s"),
        List.of(
            List.of(
                decode.search(),
                Integer.toString(decode.batch()),
                Integer.toString(count),
                String.format(Locale.ROOT, "%.1f", seconds),
                String.format(Locale.ROOT, "%.1f", count / seconds))));
  }
}
