package org.unroll.core.layer;

import java.util.List;

/**
 * A layer that keeps statistics of what it saw in training among its parameters. They are no
 * weights: their gradient is zero, so neither the norm nor an updater knows of them. After an
 * update of the weights whoever trains lets one layer take up what all parts of the batch saw; in
 * DL4J's own {@code fit}, which has no parts, the layer does so itself.
 */
public interface RunningStatistics {

  /**
   * Moves the running statistics towards those of the batch, and forgets what was seen.
   *
   * @param parts the same layer in each replica of the graph, in the order of the parts of the
   *     batch; this one among them
   */
  void merge(List<RunningStatistics> parts);

  /** What the last batch showed and no merge has taken up, for {@link #see}; may be empty. */
  double[] seen();

  /**
   * Takes what the same layer of another process has seen for its own.
   *
   * @param seen from {@link #seen}
   */
  void see(double[] seen);
}
