package org.unroll.core.pretrained;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.unroll.core.layer.Frozen;
import org.unroll.core.layer.FullyConnected;
import org.unroll.core.layer.image.BatchNormalization;
import org.unroll.core.layer.image.Convolution;
import org.unroll.core.layer.image.PictureActivation;
import org.unroll.core.layer.image.PicturePool;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.layer.image.Window;

/** What a piece does that becomes a layer of ours. */
public sealed interface LayerKind extends Kind {

  /**
   * The configuration of the layer.
   *
   * @param frozen there if its weights and running statistics stay
   */
  Layer layer(Extent input, Optional<Frozen> frozen);

  /** What it does at last; a kind without one gives the identity. */
  default IActivation activation() {
    return new ActivationIdentity();
  }

  /** Whether an activation function that follows can be its own. */
  default boolean isOpen() {
    return false;
  }

  /** The same with an activation function; only if it {@link #isOpen}. */
  default LayerKind activated(IActivation function) {
    throw new UnsupportedOperationException(this + " has an activation function");
  }

  private static <B extends BaseLayer.Builder<?>> B settled(B layer, Optional<Frozen> frozen) {
    layer.weightInit(WeightInit.ZERO); // the file's weights come
    frozen.ifPresent(layer::updater);
    return layer;
  }

  private static boolean isIdentity(IActivation function) {
    return function instanceof ActivationIdentity;
  }

  /**
   * A convolution.
   *
   * @param groups 0 for one a channel
   * @param filters of one channel if there is a group for each, else all
   */
  record Filters(Window window, int filters, int groups, boolean bias, IActivation activation)
      implements LayerKind {
    private int all(PictureSize size) {
      return groups == 0 ? filters * size.channels() : filters;
    }

    @Override
    public Extent output(List<Extent> inputs) {
      PictureSize size = PieceSizes.picture("convolution", inputs);
      return PieceSizes.windows(window, size, all(size));
    }

    @Override
    public boolean isOpen() {
      return isIdentity(activation);
    }

    @Override
    public LayerKind activated(IActivation function) {
      return new Filters(window, filters, groups, bias, function);
    }

    @Override
    public Layer layer(Extent input, Optional<Frozen> frozen) {
      Convolution.Builder layer =
          new Convolution.Builder(input.size(), window, activation)
              .nOut(all(input.size()))
              .groups(groups == 0 ? input.size().channels() : groups)
              .bias(bias);
      return settled(layer, frozen).build();
    }
  }

  /** The largest or mean value of each window. */
  record Pooling(PicturePool.Kind kind, Window window) implements LayerKind {
    @Override
    public Extent output(List<Extent> inputs) {
      PictureSize size = PieceSizes.picture("pooling", inputs);
      return PieceSizes.windows(window, size, size.channels());
    }

    @Override
    public Layer layer(Extent input, Optional<Frozen> frozen) {
      return PicturePool.of(kind, input.size(), window);
    }
  }

  /** The largest or mean value of each channel. */
  record WholePooling(PicturePool.Kind kind) implements LayerKind {
    @Override
    public Extent output(List<Extent> inputs) {
      return Extent.vector(PieceSizes.picture("global pooling", inputs).channels());
    }

    @Override
    public Layer layer(Extent input, Optional<Frozen> frozen) {
      return PicturePool.whole(kind, input.size());
    }
  }

  /**
   * Batch normalisation.
   *
   * @param momentum share of the running statistics that a step keeps
   * @param epsilon added to the variance
   */
  record Normalisation(double momentum, double epsilon, IActivation activation)
      implements LayerKind {
    @Override
    public Extent output(List<Extent> inputs) {
      return inputs.get(0);
    }

    @Override
    public boolean isOpen() {
      return isIdentity(activation);
    }

    @Override
    public LayerKind activated(IActivation function) {
      return new Normalisation(momentum, epsilon, function);
    }

    @Override
    public Layer layer(Extent input, Optional<Frozen> frozen) {
      BatchNormalization.Builder layer =
          new BatchNormalization.Builder(input.size(), momentum, activation)
              .fixed(frozen.isPresent())
              .epsilon(epsilon);
      return settled(layer, frozen).build();
    }
  }

  /** One factor and one summand for all channels, which stay: a normalisation that is known. */
  record Scaling(double factor, double summand) implements LayerKind {
    @Override
    public Extent output(List<Extent> inputs) {
      return inputs.get(0);
    }

    @Override
    public Layer layer(Extent input, Optional<Frozen> frozen) {
      BatchNormalization.Builder layer =
          new BatchNormalization.Builder(input.size(), 1, activation()).fixed(true).epsilon(0);
      return settled(layer, Optional.of(new Frozen())).build();
    }
  }

  /** An activation function by itself. */
  record Function(IActivation activation) implements LayerKind {
    @Override
    public Extent output(List<Extent> inputs) {
      return inputs.get(0);
    }

    @Override
    public Layer layer(Extent input, Optional<Frozen> frozen) {
      return new PictureActivation(input.size(), activation);
    }
  }

  /** A fully connected layer. */
  record Connection(int size, boolean bias, IActivation activation) implements LayerKind {
    @Override
    public Extent output(List<Extent> inputs) {
      return Extent.vector(size);
    }

    @Override
    public boolean isOpen() {
      return isIdentity(activation);
    }

    @Override
    public LayerKind activated(IActivation function) {
      return new Connection(size, bias, function);
    }

    @Override
    public Layer layer(Extent input, Optional<Frozen> frozen) {
      FullyConnected.Builder layer =
          new FullyConnected.Builder(activation).nIn(input.size().length()).nOut(size).bias(bias);
      return settled(layer, frozen).build();
    }
  }
}
