package org.unroll.core.engine;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;

/**
 * A listener that says when it wants to find the changes of the weights in the graph's gradient
 * after a step, where DL4J leaves them. Without any the gradient is left zero instead, so that the
 * next step need not clear it.
 */
public interface GradientReader extends TrainingListener {
  /** After the step that is being made. */
  boolean readsChanges(ComputationGraph graph);
}
