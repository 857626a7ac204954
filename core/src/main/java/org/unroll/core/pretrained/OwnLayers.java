package org.unroll.core.pretrained;

import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.unroll.core.layer.FullyConnected;
import org.unroll.core.layer.StepDropout;
import org.unroll.core.layer.image.BatchNormalization;
import org.unroll.core.layer.image.Convolution;
import org.unroll.core.layer.image.PictureActivation;
import org.unroll.core.layer.image.PicturePool;

/** Layers that are ours already, in the model of a run. */
final class OwnLayers {
  private OwnLayers() {}

  static Optional<Kind> kind(Layer layer) {
    if (layer instanceof Convolution own) {
      return Optional.of(
          new LayerKind.Filters(
              own.window(),
              (int) own.getNOut(),
              own.groups(),
              own.hasBias(),
              own.getActivationFn()));
    }
    if (layer instanceof PicturePool own) {
      return Optional.of(
          own.isWhole()
              ? new LayerKind.WholePooling(own.kind())
              : new LayerKind.Pooling(own.kind(), own.window()));
    }
    if (layer instanceof BatchNormalization own) {
      return Optional.of(
          new LayerKind.Normalisation(own.momentum(), own.epsilon(), own.getActivationFn()));
    }
    if (layer instanceof FullyConnected own) {
      return Optional.of(
          new LayerKind.Connection((int) own.getNOut(), own.hasBias(), own.getActivationFn()));
    }
    if (layer instanceof PictureActivation own) {
      return Optional.of(new LayerKind.Function(own.function()));
    }
    return layer instanceof StepDropout ? Optional.of(new Kind.Same()) : Optional.empty();
  }
}
