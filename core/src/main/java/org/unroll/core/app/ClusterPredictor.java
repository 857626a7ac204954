package org.unroll.core.app;

/**
 * Predicts files on the machines of a cluster. What does so is a module of its own, found by {@code
 * ServiceLoader}: builds without it lack its libraries.
 */
public interface ClusterPredictor {
  /**
   * Returns when all is written.
   *
   * @throws org.unroll.core.UserError if the cluster does not answer or a file cannot be read
   */
  void predict(ClusterPrediction asked);
}
