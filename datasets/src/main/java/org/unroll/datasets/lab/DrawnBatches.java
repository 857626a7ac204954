package org.unroll.datasets.lab;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.data.Batch;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.EpochCache;

/**
 * The training examples of a task, drawn epoch by epoch. Immutable and thread-safe.
 *
 * @param <E> an example
 */
final class DrawnBatches<E> implements Batches {
  private final Experiment<E> experiment;
  private final BatchOrder order;
  private final int examples;
  private final EpochCache<Drawn<E>> epochs;

  /**
   * @param plan numbers of the examples of each batch
   */
  private record Drawn<E>(List<E> examples, int[][] plan) {}

  DrawnBatches(Experiment<E> experiment, BatchOrder order) {
    this.experiment = experiment;
    this.order = order;
    this.epochs = new EpochCache<>(this::drawn);
    this.examples = epochs.get(0).examples().size();
  }

  private Drawn<E> drawn(int epoch) {
    List<E> drawn = experiment.training(epoch);
    int[] lengths = drawn.stream().mapToInt(experiment::length).toArray();
    return new Drawn<>(drawn, order.of(lengths).epoch(epoch));
  }

  @Override
  public int size() {
    return (examples + order.batch() - 1) / order.batch();
  }

  @Override
  public int examples() {
    return examples;
  }

  @Override
  public Batch get(int epoch, int n) {
    Drawn<E> drawn = epochs.get(epoch);
    int[] numbers = drawn.plan()[n];
    List<E> taken = new ArrayList<>();
    for (int number : numbers) {
      taken.add(drawn.examples().get(number));
    }
    return new Batch(experiment.arrays(taken), numbers.clone());
  }
}
