package org.unroll.datasets.window;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.EpochCache;
import org.unroll.core.data.LengthBuckets;

/**
 * Windows cut into batches, gathered from the series when they are asked for. Immutable and
 * thread-safe.
 */
public final class WindowBatches implements Batches {
  private final WindowArrays arrays;
  private final int examples;
  private final int batch;
  private final EpochCache<int[]> order; // the windows of an epoch

  private WindowBatches(WindowArrays arrays, int examples, int batch, IntFunction<int[]> order) {
    this.arrays = arrays;
    this.examples = examples;
    this.batch = batch;
    this.order = new EpochCache<>(order);
  }

  /** How windows are drawn for training; {@code limit} windows an epoch. */
  public record Drawing(int batch, int limit, long seed) {}

  /**
   * For training: another order in every epoch, and other windows if there are more than the limit.
   *
   * @param inputs names of the graph's inputs, in its order
   */
  public static WindowBatches shuffled(Windows windows, List<String> inputs, Drawing drawing) {
    int limit = Math.min(drawing.limit(), windows.size());
    LengthBuckets shuffle =
        new LengthBuckets(new int[windows.size()], windows.size(), drawing.seed(), false);
    return new WindowBatches(
        new WindowArrays(windows, inputs),
        limit,
        drawing.batch(),
        epoch -> Arrays.copyOf(shuffle.epoch(epoch)[0], limit));
  }

  /** For evaluation: the order of the windows. */
  public static WindowBatches inOrder(Windows windows, List<String> inputs, int batch) {
    int[] all = new int[windows.size()];
    Arrays.setAll(all, i -> i);
    return new WindowBatches(new WindowArrays(windows, inputs), all.length, batch, epoch -> all);
  }

  @Override
  public int size() {
    return (examples + batch - 1) / batch;
  }

  @Override
  public int examples() {
    return examples;
  }

  @Override
  public Batch get(int epoch, int n) {
    int[] all = order.get(epoch);
    int[] windows = Arrays.copyOfRange(all, n * batch, Math.min(examples, (n + 1) * batch));
    return new Batch(arrays.of(windows), windows);
  }
}
