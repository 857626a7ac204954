package org.unroll.datasets.stream;

import java.util.OptionalInt;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.UserError;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;

/**
 * A text read at several places side by side, each a row of the batches: row i goes on in the next
 * batch where it ended in this one, so that a net with truncated back-propagation through time
 * reads stretches of the text without a break. The input is a symbol, the label the next one.
 *
 * <p>Every {@value #FRESH} batches all rows begin with the state of a net that has read nothing:
 * one that has not met it often writes noise from nothing on.
 *
 * <p>A pass over the text is a whole number of batches, and begins elsewhere each time: its
 * stretches are cut elsewhere, and the rest that it leaves out is not always the end of the text.
 */
public final class StreamBatches implements Batches {
  /** Batches after which all rows begin with a new state. */
  private static final int FRESH = 64;

  private final SymbolText text;
  private final int rows;
  private final int steps;
  private final long seed;
  private final int perPass; // batches
  private final int size;

  private StreamBatches(SymbolText text, int rows, int steps, long seed, OptionalInt perEpoch) {
    this.text = text;
    this.rows = rows;
    this.steps = steps;
    this.seed = seed;
    this.perPass = Math.max(1, (int) ((text.length() - (long) steps) / rows / steps));
    this.size = perEpoch.orElse(perPass);
  }

  /**
   * @param most rows of a batch; a short text has fewer
   * @param steps of a batch
   * @param perEpoch batches of an epoch; empty for a pass over the text
   * @throws UserError if the text is shorter than the steps of one batch
   */
  public static StreamBatches of(
      SymbolText text, int most, int steps, long seed, OptionalInt perEpoch) {
    if (text.length() < steps + 1) {
      throw new UserError(
          "data: the training text has %,d symbols, fewer than the %,d steps of one batch and the symbol after them; set train.tbptt lower, or name a longer text"
              .formatted(text.length(), steps));
    }
    int rows = Math.max(1, Math.min(most, (text.length() - steps) / steps));
    return new StreamBatches(text, rows, steps, seed, perEpoch);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int examples() {
    return size * rows;
  }

  /** Symbols that a row reads in a batch. */
  public int steps() {
    return steps;
  }

  @Override
  public Batch get(int epoch, int n) {
    long number = (long) epoch * size + n;
    int place = (int) (number % perPass);
    int begin = begin(number / perPass);
    float[] read = new float[rows * steps];
    float[] next = new float[rows * steps];
    int[] examples = new int[rows];
    for (int row = 0; row < rows; row++) {
      int from = begin + (row * perPass + place) * steps;
      for (int t = 0; t < steps; t++) {
        read[row * steps + t] = text.at(from + t);
        next[row * steps + t] = text.at(from + t + 1);
      }
      examples[row] = row;
    }
    MultiDataSet data =
        new MultiDataSet(
            new INDArray[] {sequences(read)}, new INDArray[] {sequences(next)}, null, null);
    return new Batch(data, examples, place % FRESH > 0);
  }

  private INDArray sequences(float[] numbers) {
    return Nd4j.createFromArray(numbers).reshape('c', rows, 1, steps); // [b, 1, t]
  }

  /** Where a pass begins: anywhere in the rest that it leaves out. */
  private int begin(long pass) {
    int free = text.length() - 1 - perPass * rows * steps;
    long mixed = (seed * 31 + pass) * 0x9E3779B97F4A7C15L;
    return (int) Math.floorMod(mixed >>> 17, free + 1L);
  }
}
