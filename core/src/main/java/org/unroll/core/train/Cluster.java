package org.unroll.core.train;

import java.util.List;
import java.util.function.BooleanSupplier;

/** Machines that train runs, each as this one would. Used by one thread. */
public interface Cluster extends AutoCloseable {
  /**
   * Trains all, as many at once as there are machines; one whose machine is lost goes on, from its
   * checkpoint, on another. Returns when all ended, or were stopped.
   *
   * @param stop ends them early, with a checkpoint
   * @param listener is told by the calling thread; what it throws stops the others, and is thrown
   * @throws org.unroll.core.UserError if the cluster is lost, or loses a machine again and again
   */
  void train(List<RemoteTraining> trainings, BooleanSupplier stop, Listener listener);

  @Override
  void close();

  /** Is told of trainings. */
  interface Listener {
    void began(RemoteTraining training);

    void ended(RemoteTraining training);

    /**
     * @param thrown what a training here would have thrown
     */
    void failed(RemoteTraining training, RuntimeException thrown);

    /**
     * @param notice a line that the user should know; the same may come of each training
     */
    void told(String notice);
  }
}
