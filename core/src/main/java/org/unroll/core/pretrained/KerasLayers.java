package org.unroll.core.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.unroll.core.layer.image.PadPicture;
import org.unroll.core.layer.image.PicturePool;
import org.unroll.core.layer.image.Span;
import org.unroll.core.layer.image.Window;
import org.unroll.core.layer.sequence.Join;

/** From the layers of Keras 2 to kinds of ours, by the keys of their {@code get_config}. */
final class KerasLayers {
  private static final String DEPTHWISE = "-depthwise";

  private KerasLayers() {}

  /**
   * @param name of the layer
   * @param layer {@code class_name} and {@code config}
   * @param reads names of layers and inputs; none if the layer is used several times
   * @return one piece, or several of which the last has the layer's name
   */
  static List<Piece> pieces(String name, JsonNode layer, List<String> reads) {
    String type = layer.path("class_name").asText();
    JsonNode config = layer.path("config");
    if (reads.isEmpty()) {
      return List.of(
          new Piece(name, reads, new Kind.Unknown(type + ", used several times or not at all")));
    }
    if (config.path("data_format").asText().equals("channels_first")) {
      return List.of(new Piece(name, reads, new Kind.Unknown(type + " with channels_first")));
    }
    if (type.equals("SeparableConv2D")) {
      return separable(name, config, reads);
    }
    Kind kind = kind(type, config).orElse(new Kind.Unknown(type));
    return List.of(new Piece(name, reads, kind));
  }

  /** A filter for each channel, then one place at a time over all channels. */
  private static List<Piece> separable(String name, JsonNode config, List<String> reads) {
    Optional<IActivation> activation = KerasActivations.named(config.path("activation"));
    if (activation.isEmpty()) {
      return List.of(new Piece(name, reads, new Kind.Unknown("SeparableConv2D" + with(config))));
    }
    Kind each =
        new LayerKind.Filters(
            window(config, "kernel_size"),
            config.path("depth_multiplier").asInt(1),
            0,
            false,
            new ActivationIdentity());
    Span one = new Span(1, 1, 1, 0);
    Kind across =
        new LayerKind.Filters(
            new Window(one, one),
            config.path("filters").asInt(),
            1,
            config.path("use_bias").asBoolean(true),
            activation.get());
    return List.of(
        new Piece(name + DEPTHWISE, name, reads, each),
        new Piece(name, name, List.of(name + DEPTHWISE), across));
  }

  private static String with(JsonNode config) {
    return " with the activation " + config.path("activation").asText();
  }

  private static Optional<Kind> kind(String type, JsonNode config) {
    return switch (type) {
      case "Conv2D", "DepthwiseConv2D", "Dense" -> withActivation(type, config);
      case "MaxPooling2D" -> Optional.of(pooling(PicturePool.Kind.MAX, config));
      case "AveragePooling2D" -> Optional.of(pooling(PicturePool.Kind.MEAN, config));
      case "GlobalMaxPooling2D" -> whole(PicturePool.Kind.MAX, config);
      case "GlobalAveragePooling2D" -> whole(PicturePool.Kind.MEAN, config);
      case "BatchNormalization" -> normalisation(config);
      case "Activation" ->
          KerasActivations.named(config.path("activation")).map(LayerKind.Function::new);
      case "ReLU", "LeakyReLU", "ELU", "Softmax" ->
          KerasActivations.layer(type, config).map(LayerKind.Function::new);
      case "ZeroPadding2D" -> Optional.of(padding(config.path("padding")));
      case "Rescaling" -> scaling(config);
      case "Flatten" -> Optional.of(new Kind.Flattening());
      case "Add" -> Optional.of(new Kind.Joining(Join.How.ADD));
      case "Concatenate" -> concatenation(config);
      case "Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout" ->
          Optional.of(new Kind.Same());
      default -> Optional.empty();
    };
  }

  private static Optional<Kind> withActivation(String type, JsonNode config) {
    Optional<IActivation> activation = KerasActivations.named(config.path("activation"));
    if (activation.isEmpty()) {
      return Optional.of(new Kind.Unknown(type + with(config)));
    }
    boolean bias = config.path("use_bias").asBoolean(true);
    if (type.equals("Dense")) {
      return Optional.of(
          new LayerKind.Connection(config.path("units").asInt(), bias, activation.get()));
    }
    boolean each = type.equals("DepthwiseConv2D");
    return Optional.of(
        new LayerKind.Filters(
            window(config, "kernel_size"),
            each ? config.path("depth_multiplier").asInt(1) : config.path("filters").asInt(),
            each ? 0 : config.path("groups").asInt(1),
            bias,
            activation.get()));
  }

  private static Kind pooling(PicturePool.Kind kind, JsonNode config) {
    return new LayerKind.Pooling(kind, window(config, "pool_size"));
  }

  private static Optional<Kind> whole(PicturePool.Kind kind, JsonNode config) {
    return config.path("keepdims").asBoolean(false)
        ? Optional.empty()
        : Optional.of(new LayerKind.WholePooling(kind));
  }

  private static Optional<Kind> normalisation(JsonNode config) {
    JsonNode axis =
        config.path("axis").isArray() ? config.path("axis").path(0) : config.path("axis");
    int last = axis.asInt(-1);
    if (last != -1 && last != 3 && last != 1) { // 1 of vectors; of pictures channels_first says so
      return Optional.empty();
    }
    return Optional.of(
        new LayerKind.Normalisation(
            config.path("momentum").asDouble(0.99),
            config.path("epsilon").asDouble(1e-3),
            new ActivationIdentity()));
  }

  private static Optional<Kind> scaling(JsonNode config) {
    return config.path("scale").isNumber() && config.path("offset").isNumber()
        ? Optional.of(
            new LayerKind.Scaling(
                config.path("scale").asDouble(), config.path("offset").asDouble()))
        : Optional.empty();
  }

  private static Optional<Kind> concatenation(JsonNode config) {
    int axis = config.path("axis").asInt(-1);
    return axis == -1 || axis == 3
        ? Optional.of(new Kind.Joining(Join.How.CONCAT))
        : Optional.empty();
  }

  /** {@code [[top, bottom], [left, right]]}. */
  private static Kind padding(JsonNode sides) {
    JsonNode down = sides.path(0);
    JsonNode across = sides.path(1);
    return new Kind.Padding(
        new PadPicture.Zeros(
            down.path(0).asInt(),
            down.path(1).asInt(),
            across.path(0).asInt(),
            across.path(1).asInt()));
  }

  private static Window window(JsonNode config, String kernel) {
    return new Window(span(config, kernel, 0), span(config, kernel, 1));
  }

  private static Span span(JsonNode config, String kernel, int side) {
    int size = config.path(kernel).path(side).asInt();
    int stride = config.path("strides").path(side).asInt(size); // null of a pooling: its size
    int dilation = config.path("dilation_rate").path(side).asInt(1);
    boolean same = config.path("padding").asText().equals("same");
    return new Span(size, stride, dilation, same ? Span.SAME : 0);
  }
}
