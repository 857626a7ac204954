package org.unroll.core.pretrained;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small nets with all layers of Keras that become ours. */
public final class KerasNets {
  private KerasNets() {}

  /** A file of {@link #vgg}, deleted in the end. */
  public static String vggFile() {
    return file(vgg());
  }

  /** A file of {@link #residual}, deleted in the end. */
  public static String residualFile() {
    return file(residual());
  }

  /** A file of {@link #smooth}, deleted in the end. */
  public static String smoothFile() {
    return file(smooth());
  }

  /** A file of a net with a layer that is not known between two that are. */
  public static String unknownFile() {
    KerasModel net =
        new KerasModel(12, 10, 3)
            .add("Conv2D", "conv1", filters(4, "[3,3]", "[1,1]", "same", ""), "picture")
            .add("Lambda", "odd", "{}", "conv1")
            .add("Activation", "after", "{\"activation\": \"relu\"}", "odd");
    return file(net);
  }

  /** A file of weights without the net. */
  public static String weightsFile() {
    try {
      Path file = Files.createTempFile("unroll", ".h5");
      file.toFile().deleteOnExit();
      try (Hdf5Writer hdf5 = new Hdf5Writer(file)) {
        hdf5.fixedText("backend", "tensorflow");
      }
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(KerasModel model) {
    try {
      Path file = Files.createTempFile("unroll", ".h5");
      file.toFile().deleteOnExit();
      model.write(file);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Zeros, a sum and a function by itself, all smooth; of pictures of any size with 2 channels. */
  static KerasModel smooth() {
    return new KerasModel(0, 0, 2)
        .add("ZeroPadding2D", "pad", "{\"padding\": [[1,0],[0,2]]}", "picture")
        .add(
            "Conv2D",
            "first",
            filters(3, "[3,3]", "[1,1]", "same", ", \"activation\": \"tanh\""),
            "pad")
        .weight("kernel", 3, 3, 2, 3)
        .weight("bias", 3)
        .add(
            "Conv2D",
            "second",
            filters(3, "[2,2]", "[1,1]", "same", ", \"use_bias\": false"),
            "first")
        .weight("kernel", 2, 2, 3, 3)
        .add("Add", "sum", "{}", "first", "second")
        .add("Activation", "last", "{\"activation\": \"swish\"}", "sum");
  }

  static String windows(String key, String kernel, String stride, String padding) {
    return "{\"%s\": %s, \"strides\": %s, \"padding\": \"%s\""
        .formatted(key, kernel, stride, padding);
  }

  private static String filters(
      int filters, String kernel, String stride, String padding, String more) {
    return windows("kernel_size", kernel, stride, padding)
        + ", \"filters\": "
        + filters
        + more
        + "}";
  }

  /** As VGG: convolutions, poolings, flatten, dense layers; 12 by 10 places. */
  static KerasModel vgg() {
    return new KerasModel(12, 10, 3)
        .add(
            "Conv2D",
            "conv1",
            filters(4, "[3,3]", "[1,1]", "same", ", \"activation\": \"relu\""),
            "picture")
        .weight("kernel", 3, 3, 3, 4)
        .weight("bias", 4)
        .add(
            "MaxPooling2D", "pool1", windows("pool_size", "[2,2]", "[2,2]", "valid") + "}", "conv1")
        .add(
            "Conv2D",
            "conv2",
            filters(5, "[3,3]", "[1,1]", "same", ", \"activation\": \"relu\""),
            "pool1")
        .weight("kernel", 3, 3, 4, 5)
        .weight("bias", 5)
        .add(
            "MaxPooling2D", "pool2", windows("pool_size", "[2,2]", "[2,2]", "valid") + "}", "conv2")
        .add("Flatten", "flatten", "{}", "pool2")
        .add("Dense", "fc", "{\"units\": 6, \"activation\": \"tanh\"}", "flatten")
        .weight("kernel", 30, 6)
        .weight("bias", 6)
        .add("Dropout", "drop", "{\"rate\": 0.5}", "fc")
        .add(
            "Dense",
            "answer",
            "{\"units\": 3, \"activation\": \"linear\", \"use_bias\": false}",
            "drop")
        .weight("kernel", 6, 3);
  }

  /** As ResNet and MobileNet: uneven zeros, normalisation, a sum, filters of one channel. */
  static KerasModel residual() {
    KerasModel net =
        new KerasModel(0, 0, 3)
            .add("Rescaling", "scale", "{\"scale\": 0.5, \"offset\": -1.0}", "picture")
            .add("ZeroPadding2D", "pad", "{\"padding\": [[0,1],[2,1]]}", "scale")
            .add(
                "Conv2D",
                "conv1",
                filters(4, "[3,2]", "[2,2]", "valid", ", \"use_bias\": false"),
                "pad")
            .weight("kernel", 3, 2, 3, 4);
    norm(net, "norm1", 4, "conv1");
    net.add(
            "ReLU",
            "relu1",
            "{\"max_value\": 6.0, \"negative_slope\": 0.0, \"threshold\": 0.0}",
            "norm1")
        .add(
            "DepthwiseConv2D",
            "each",
            windows("kernel_size", "[3,3]", "[1,1]", "same")
                + ", \"depth_multiplier\": 2, \"activation\": \"swish\"}",
            "relu1")
        .weight("depthwise_kernel", 3, 3, 4, 2)
        .weight("bias", 8)
        .add(
            "SeparableConv2D",
            "apart",
            filters(
                4,
                "[3,3]",
                "[1,1]",
                "same",
                ", \"depth_multiplier\": 1, \"activation\": \"hard_sigmoid\""),
            "each")
        .weight("depthwise_kernel", 3, 3, 8, 1)
        .weight("pointwise_kernel", 1, 1, 8, 4)
        .weight("bias", 4)
        .add("Add", "sum", "{}", "apart", "relu1")
        .add("Activation", "relu2", "{\"activation\": \"relu\"}", "sum")
        .add(
            "Conv2D",
            "grouped",
            filters(6, "[3,3]", "[1,1]", "same", ", \"groups\": 2, \"dilation_rate\": [2,2]"),
            "relu2")
        .weight("kernel", 3, 3, 2, 6)
        .weight("bias", 6)
        .add("LeakyReLU", "leaky", "{\"alpha\": 0.2}", "grouped")
        .add(
            "AveragePooling2D",
            "mean",
            windows("pool_size", "[3,3]", "[2,2]", "same") + "}",
            "leaky")
        .add("MaxPooling2D", "most", windows("pool_size", "[2,2]", "null", "same") + "}", "relu2")
        .add("Concatenate", "joined", "{\"axis\": -1}", "mean", "most");
    norm(net, "norm2", 10, "joined");
    return net.add("GlobalAveragePooling2D", "whole", "{}", "norm2")
        .add("Dense", "answer", "{\"units\": 3}", "whole")
        .weight("kernel", 10, 3)
        .weight("bias", 3);
  }

  private static void norm(KerasModel net, String name, int channels, String input) {
    net.add(
            "BatchNormalization",
            name,
            "{\"axis\": [3], \"momentum\": 0.99, \"epsilon\": 0.001}",
            input)
        .weight("gamma", channels)
        .weight("beta", channels)
        .weight("moving_mean", channels)
        .weight("moving_variance", channels);
  }

  /** A normalisation between flatten and dense, whose order of numbers is Keras's too. */
  static KerasModel flat() {
    return new KerasModel(3, 4, 2)
        .add("Flatten", "flatten", "{}", "picture")
        .add(
            "BatchNormalization",
            "norm",
            "{\"axis\": [1], \"epsilon\": 0.001, \"scale\": false}",
            "flatten")
        .weight("beta", 24)
        .weight("moving_mean", 24)
        .weight("moving_variance", 24)
        .add("Dense", "answer", "{\"units\": 2}", "norm")
        .weight("kernel", 24, 2)
        .weight("bias", 2);
  }
}
