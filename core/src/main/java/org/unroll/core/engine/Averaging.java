package org.unroll.core.engine;

/**
 * How the weights of several processes are averaged.
 *
 * @param workers processes, at least 1
 * @param every steps of each between two averages, at least 1
 * @param byRows whether each process trains on its rows of each batch; on batches of its own
 *     otherwise, but for those that continue others
 * @param momentum how much of the change between the last two averages is made again before the
 *     processes go on, where they train on batches of their own: from 0 to less than 1
 */
public record Averaging(int workers, int every, boolean byRows, double momentum) {

  /** With batches of their own, and as much momentum as has N processes move as far as one. */
  public static Averaging ofBatches(int workers, int every) {
    return new Averaging(workers, every, false, 1 - 1.0 / workers);
  }

  /** With rows of each batch. */
  public static Averaging ofRows(int workers, int every) {
    return new Averaging(workers, every, true, 0);
  }

  /** How many batches make a round. */
  int round() {
    return byRows ? every : workers * every;
  }
}
