package org.unroll.core.pretrained;

import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.unroll.core.layer.image.PadPicture;
import org.unroll.core.layer.image.PicturePool;
import org.unroll.core.layer.image.Span;
import org.unroll.core.layer.image.Window;

/** From DL4J's layers to kinds of ours. */
final class Dl4jLayers {
  private Dl4jLayers() {}

  static Kind kind(Layer layer) {
    Layer inner = inner(layer);
    return OwnLayers.kind(inner)
        .or(() -> known(inner))
        .orElse(new Kind.Unknown(inner.getClass().getSimpleName()));
  }

  /** Without the coat of DL4J's frozen layers. */
  static Layer inner(Layer layer) {
    return layer instanceof FrozenLayer frozen ? frozen.getLayer() : layer;
  }

  private static Optional<Kind> known(Layer layer) {
    Class<?> type = layer.getClass(); // others extend these, and do something else
    if (type == ConvolutionLayer.class || type == Convolution2D.class) {
      return filters((ConvolutionLayer) layer);
    }
    if (layer instanceof SubsamplingLayer pooling) {
      return pooling(pooling);
    }
    if (layer instanceof GlobalPoolingLayer pooling) {
      return kind(pooling.getPoolingType())
          .filter(kind -> pooling.isCollapseDimensions())
          .map(LayerKind.WholePooling::new);
    }
    if (layer instanceof BatchNormalization normalisation) {
      return normalisation(normalisation);
    }
    if (layer instanceof ActivationLayer activation) {
      return Optional.of(new LayerKind.Function(activation.getActivationFn()));
    }
    if (type == DenseLayer.class) {
      return connection((DenseLayer) layer);
    }
    if (type == OutputLayer.class) {
      OutputLayer output = (OutputLayer) layer;
      return Optional.of(
          new LayerKind.Connection(
              (int) output.getNOut(), output.hasBias(), output.getActivationFn()));
    }
    if (layer instanceof ZeroPaddingLayer padding && padding.getDataFormat() != CNN2DFormat.NHWC) {
      int[] zeros = padding.getPadding(); // top, bottom, left, right
      return Optional.of(
          new Kind.Padding(new PadPicture.Zeros(zeros[0], zeros[1], zeros[2], zeros[3])));
    }
    return layer instanceof DropoutLayer ? Optional.of(new Kind.Same()) : Optional.empty();
  }

  private static Optional<Kind> filters(ConvolutionLayer layer) {
    return layer.getCnn2dDataFormat() == CNN2DFormat.NHWC
        ? Optional.empty()
        : window(
                layer.getKernelSize(),
                layer.getStride(),
                layer.getDilation(),
                new Edge(layer.getConvolutionMode(), layer.getPadding()))
            .map(
                window ->
                    new LayerKind.Filters(
                        window,
                        (int) layer.getNOut(),
                        1,
                        layer.hasBias(),
                        layer.getActivationFn()));
  }

  private static Optional<Kind> pooling(SubsamplingLayer layer) {
    Edge edge = new Edge(layer.getConvolutionMode(), layer.getPadding());
    boolean countsZeros = layer.isAvgPoolIncludePadInDivisor() && !edge.isNone();
    if (layer.getCnn2dDataFormat() == CNN2DFormat.NHWC || countsZeros) {
      return Optional.empty();
    }
    Optional<PicturePool.Kind> kind = kind(layer.getPoolingType());
    return window(layer.getKernelSize(), layer.getStride(), layer.getDilation(), edge)
        .flatMap(window -> kind.map(known -> new LayerKind.Pooling(known, window)));
  }

  private static Optional<PicturePool.Kind> kind(PoolingType type) {
    return switch (type) {
      case MAX -> Optional.of(PicturePool.Kind.MAX);
      case AVG -> Optional.of(PicturePool.Kind.MEAN);
      default -> Optional.empty();
    };
  }

  private static Optional<Kind> normalisation(BatchNormalization layer) {
    return layer.getCnn2DFormat() == CNN2DFormat.NHWC
        ? Optional.empty()
        : Optional.of(
            new LayerKind.Normalisation(
                layer.getDecay(), layer.getEps(), new ActivationIdentity())); // it has none
  }

  private static Optional<Kind> connection(DenseLayer layer) {
    return layer.hasLayerNorm()
        ? Optional.empty()
        : Optional.of(
            new LayerKind.Connection(
                (int) layer.getNOut(), layer.hasBias(), layer.getActivationFn()));
  }

  /** What a window meets at the edge of a picture. */
  private record Edge(ConvolutionMode mode, int[] padding) {
    boolean isNone() {
      return mode != ConvolutionMode.Same && padding[0] == 0 && padding[1] == 0;
    }

    int zeros(int side) {
      return mode == ConvolutionMode.Same ? Span.SAME : padding[side];
    }
  }

  private static Optional<Window> window(int[] kernel, int[] stride, int[] dilation, Edge edge) {
    if (edge.mode == ConvolutionMode.Causal) {
      return Optional.empty();
    }
    Span[] spans = new Span[2];
    for (int side = 0; side < 2; side++) {
      spans[side] = new Span(kernel[side], stride[side], dilation[side], edge.zeros(side));
    }
    return Optional.of(new Window(spans[0], spans[1]));
  }
}
