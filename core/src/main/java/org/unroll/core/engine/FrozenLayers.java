package org.unroll.core.engine;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.layer.Frozen;

/** The layers with {@code frozen: true} in a built graph. */
public final class FrozenLayers {
  private FrozenLayers() {}

  /**
   * Sets their part of the graph's gradient to zero. Their weights do not change anyway, but the
   * gradient's norm, by which it is clipped, would count them. Call before clipping.
   */
  public static void clearGradient(ComputationGraph graph) {
    for (Layer layer : graph.getLayers()) {
      boolean frozen =
          layer.conf().getLayer() instanceof BaseLayer configuration
              && configuration.getIUpdater() instanceof Frozen;
      if (frozen && layer.getGradientsViewArray() != null) {
        layer.getGradientsViewArray().assign(0);
      }
    }
  }
}
