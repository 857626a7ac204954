package org.unroll.core.layer;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;

/** {@code W} [n, m] in F order and, if the layer has one, {@code b} [1, m]. */
final class FullyConnectedParameters extends DefaultParamInitializer {

  @Override
  protected boolean hasBias(Layer layer) {
    return ((FullyConnected) layer).hasBias();
  }
}
