package org.unroll.core.app;

import java.util.Map;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.metric.Evaluation;

/**
 * A simpler net that is trained as the net of the run is, on the same batches, and stands beside it
 * among the simple models.
 */
public interface Rival {
  /** What it is, for whoever watches its training: {@code frame-wise}. */
  String name();

  GraphSpec graph();

  /** Scores of the trained rival by name, such as of its answers and of those smoothed. */
  Map<String, Evaluation> scores(Net net, Split split);
}
