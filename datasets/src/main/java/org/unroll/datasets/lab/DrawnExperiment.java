package org.unroll.datasets.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;

/**
 * A task whose examples are drawn by chance. What an example is decides which part it is of, so
 * that no part holds an example of another: of ten possible ones, one is of the test part and one
 * of the validation part.
 *
 * @param <E> an example
 */
public abstract class DrawnExperiment<E> implements Experiment<E> {
  /** Stands for the epoch of what is not for training. */
  protected static final int HELD_OUT = -1;

  private static final int PARTS = 10;

  /** Draws in vain after which a part is taken to have no examples. */
  private static final int TRIES = 10_000;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Draws draws;
  private final long seed;

  protected DrawnExperiment(Draws draws, long seed) {
    this.draws = draws;
    this.seed = seed;
  }

  /**
   * @param epoch that it is drawn for, from 0, or {@link #HELD_OUT}
   */
  protected abstract E draw(RandomGenerator random, int epoch);

  /** The same number for examples that are the same. */
  protected abstract int identity(E example);

  @Override
  public final List<E> training(int epoch) {
    return drawn(Split.TRAIN, draws.examples(), draws.fresh() ? epoch : 0);
  }

  @Override
  public final List<E> examples(Split split) {
    return split == Split.TRAIN ? training(0) : drawn(split, draws.heldOut(), 0);
  }

  private List<E> drawn(Split split, int count, int epoch) {
    // far from that of the next epoch, whose number differs by one
    long mixed = (seed * GOLDEN + epoch + 1) * GOLDEN + split.ordinal();
    SplittableRandom random = new SplittableRandom(mixed);
    List<E> examples = new ArrayList<>();
    while (examples.size() < count) {
      examples.add(drawn(split, random, epoch));
    }
    return examples;
  }

  private E drawn(Split split, SplittableRandom random, int epoch) {
    for (int tried = 0; tried < TRIES; tried++) {
      E example = draw(random, split == Split.TRAIN ? epoch : HELD_OUT);
      if (part(example) == split) {
        return example;
      }
    }
    throw new UserError(
        "data: there are so few examples of this task that none is left for the %s part; make them longer"
            .formatted(split.key()));
  }

  /** The part that an example is of. */
  final Split part(E example) {
    int number = (int) Math.floorMod((identity(example) * GOLDEN) >>> 20, (long) PARTS);
    return number == 0 ? Split.TEST : number == 1 ? Split.VALIDATION : Split.TRAIN;
  }
}
