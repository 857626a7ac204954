package org.unroll.core.train;

/**
 * Leads to clusters that train runs. What does so is a module of its own, found by {@code
 * ServiceLoader}: builds without it lack its libraries.
 */
public interface ClusterTrainer {
  /**
   * @param address such as {@code spark://127.0.0.1:7077}
   * @throws org.unroll.core.UserError if the cluster does not answer, or has no machine to spare
   */
  Cluster open(String address);
}
