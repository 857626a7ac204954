package org.unroll.core.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** What Keras computes of one picture, written down once more in plain loops, channels last. */
final class PlainKeras {
  /** {@code [height, width, channels]}; a vector has one place. */
  record Map3(int height, int width, int channels, double[] numbers) {
    Map3(int height, int width, int channels) {
      this(height, width, channels, new double[height * width * channels]);
    }

    double at(int y, int x, int c) {
      boolean inside = y >= 0 && y < height && x >= 0 && x < width;
      return inside ? numbers[(y * width + x) * channels + c] : 0;
    }

    boolean has(int y, int x) {
      return y >= 0 && y < height && x >= 0 && x < width;
    }

    void set(int y, int x, int c, double value) {
      numbers[(y * width + x) * channels + c] = value;
    }
  }

  private final KerasModel model;
  private final Map<String, Map3> done = new HashMap<>();

  PlainKeras(KerasModel model) {
    this.model = model;
  }

  /** What a layer gives. */
  Map3 run(Map3 picture, String name) {
    done.clear();
    for (KerasModel.Layer layer : model.layers()) {
      done.put(layer.name(), layer.inputs().isEmpty() ? picture : of(layer));
    }
    return done.get(name);
  }

  private Map3 of(KerasModel.Layer layer) {
    Map3 in = done.get(layer.inputs().get(0));
    JsonNode config = layer.config();
    return switch (layer.type()) {
      case "Conv2D" -> activated(convolution(layer, in), config);
      case "DepthwiseConv2D" -> activated(biased(layer, depthwise(layer, in)), config);
      case "SeparableConv2D" ->
          activated(biased(layer, pointwise(layer, depthwise(layer, in))), config);
      case "MaxPooling2D", "AveragePooling2D" -> pooling(layer, in);
      case "GlobalAveragePooling2D" -> mean(in);
      case "BatchNormalization" -> normalised(layer, in);
      case "ZeroPadding2D" -> padded(config.path("padding"), in);
      case "Rescaling" ->
          each(in, x -> x * config.path("scale").asDouble() + config.path("offset").asDouble());
      case "Activation" -> activated(in, config);
      case "ReLU" ->
          each(in, x -> Math.min(Math.max(x, 0), config.path("max_value").asDouble(1e30)));
      case "LeakyReLU" -> each(in, x -> x > 0 ? x : config.path("alpha").asDouble() * x);
      case "Flatten" -> new Map3(1, 1, in.numbers().length, in.numbers());
      case "Dense" -> activated(dense(layer, in), config);
      case "Dropout" -> in;
      case "Add" -> sum(in, done.get(layer.inputs().get(1)));
      case "Concatenate" -> joined(in, done.get(layer.inputs().get(1)));
      default -> throw new IllegalArgumentException(layer.type());
    };
  }

  private static Map3 each(Map3 in, DoubleUnaryOperator function) {
    Map3 out = new Map3(in.height(), in.width(), in.channels());
    for (int i = 0; i < in.numbers().length; i++) {
      out.numbers()[i] = function.applyAsDouble(in.numbers()[i]);
    }
    return out;
  }

  private static Map3 activated(Map3 in, JsonNode config) {
    return switch (config.path("activation").asText("linear")) {
      case "relu" -> each(in, x -> Math.max(x, 0));
      case "tanh" -> each(in, Math::tanh);
      case "swish" -> each(in, x -> x / (1 + Math.exp(-x)));
      case "hard_sigmoid" -> each(in, x -> Math.max(0, Math.min(1, 0.2 * x + 0.5)));
      default -> in;
    };
  }

  /** Kernel, stride, zeros before and places of one side. */
  private record Side(int kernel, int stride, int dilation, int before, int places) {
    static Side of(JsonNode config, String key, int side, int length) {
      int kernel = config.path(key).path(side).asInt();
      int stride = config.path("strides").path(side).asInt(kernel);
      int dilation = config.path("dilation_rate").path(side).asInt(1);
      int reach = (kernel - 1) * dilation + 1;
      if (!config.path("padding").asText().equals("same")) {
        return new Side(kernel, stride, dilation, 0, (length - reach) / stride + 1);
      }
      int places = (length + stride - 1) / stride;
      int zeros = Math.max(0, (places - 1) * stride + reach - length);
      return new Side(kernel, stride, dilation, zeros / 2, places);
    }

    int at(int place, int k) {
      return place * stride - before + k * dilation;
    }
  }

  private Map3 convolution(KerasModel.Layer layer, Map3 in) {
    JsonNode config = layer.config();
    KerasModel.Values kernel = model.weight(layer.name(), "kernel");
    int per = (int) kernel.shape()[2]; // channels of a group
    int filters = (int) kernel.shape()[3];
    int groups = in.channels() / per;
    Side down = Side.of(config, "kernel_size", 0, in.height());
    Side across = Side.of(config, "kernel_size", 1, in.width());
    Map3 out = new Map3(down.places(), across.places(), filters);
    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < out.width(); x++) {
        for (int f = 0; f < filters; f++) {
          int first = f / (filters / groups) * per;
          double sum = 0;
          for (int i = 0; i < down.kernel(); i++) {
            for (int j = 0; j < across.kernel(); j++) {
              for (int c = 0; c < per; c++) {
                sum +=
                    in.at(down.at(y, i), across.at(x, j), first + c)
                        * kernel.numbers()[((i * across.kernel() + j) * per + c) * filters + f];
              }
            }
          }
          out.set(y, x, f, sum);
        }
      }
    }
    return biased(layer, out);
  }

  private Map3 biased(KerasModel.Layer layer, Map3 in) {
    if (!layer.config().path("use_bias").asBoolean(true)) {
      return in;
    }
    float[] bias = model.weight(layer.name(), "bias").numbers();
    Map3 out = new Map3(in.height(), in.width(), in.channels());
    for (int i = 0; i < out.numbers().length; i++) {
      out.numbers()[i] = in.numbers()[i] + bias[i % bias.length];
    }
    return out;
  }

  private Map3 depthwise(KerasModel.Layer layer, Map3 in) {
    KerasModel.Values kernel = model.weight(layer.name(), "depthwise_kernel");
    int multiple = (int) kernel.shape()[3];
    Side down = Side.of(layer.config(), "kernel_size", 0, in.height());
    Side across = Side.of(layer.config(), "kernel_size", 1, in.width());
    Map3 out = new Map3(down.places(), across.places(), in.channels() * multiple);
    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < out.width(); x++) {
        for (int c = 0; c < in.channels() * multiple; c++) {
          double sum = 0;
          for (int i = 0; i < down.kernel(); i++) {
            for (int j = 0; j < across.kernel(); j++) {
              int at = (i * across.kernel() + j) * in.channels() * multiple + c;
              sum += in.at(down.at(y, i), across.at(x, j), c / multiple) * kernel.numbers()[at];
            }
          }
          out.set(y, x, c, sum);
        }
      }
    }
    return out;
  }

  private Map3 pointwise(KerasModel.Layer layer, Map3 in) {
    KerasModel.Values kernel = model.weight(layer.name(), "pointwise_kernel");
    int filters = (int) kernel.shape()[3];
    Map3 out = new Map3(in.height(), in.width(), filters);
    for (int place = 0; place < in.height() * in.width(); place++) {
      for (int f = 0; f < filters; f++) {
        for (int c = 0; c < in.channels(); c++) {
          out.numbers()[place * filters + f] +=
              in.numbers()[place * in.channels() + c] * kernel.numbers()[c * filters + f];
        }
      }
    }
    return out;
  }

  private static Map3 pooling(KerasModel.Layer layer, Map3 in) {
    Side down = Side.of(layer.config(), "pool_size", 0, in.height());
    Side across = Side.of(layer.config(), "pool_size", 1, in.width());
    boolean largest = layer.type().startsWith("Max");
    Map3 out = new Map3(down.places(), across.places(), in.channels());
    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < out.width(); x++) {
        for (int c = 0; c < in.channels(); c++) {
          double most = Double.NEGATIVE_INFINITY;
          double sum = 0;
          int count = 0;
          for (int i = 0; i < down.kernel(); i++) {
            for (int j = 0; j < across.kernel(); j++) {
              if (in.has(down.at(y, i), across.at(x, j))) {
                double value = in.at(down.at(y, i), across.at(x, j), c);
                most = Math.max(most, value);
                sum += value;
                count++;
              }
            }
          }
          out.set(y, x, c, largest ? most : sum / count);
        }
      }
    }
    return out;
  }

  private static Map3 mean(Map3 in) {
    Map3 out = new Map3(1, 1, in.channels());
    int places = in.height() * in.width();
    for (int i = 0; i < in.numbers().length; i++) {
      out.numbers()[i % in.channels()] += in.numbers()[i] / places;
    }
    return out;
  }

  private Map3 normalised(KerasModel.Layer layer, Map3 in) {
    JsonNode config = layer.config();
    boolean scaled = config.path("scale").asBoolean(true);
    Map3 out = new Map3(in.height(), in.width(), in.channels());
    for (int i = 0; i < in.numbers().length; i++) {
      int c = i % in.channels();
      double mean = model.weight(layer.name(), "moving_mean").numbers()[c];
      double variance = model.weight(layer.name(), "moving_variance").numbers()[c];
      double gamma = scaled ? model.weight(layer.name(), "gamma").numbers()[c] : 1;
      double beta = model.weight(layer.name(), "beta").numbers()[c];
      double root = Math.sqrt(variance + config.path("epsilon").asDouble());
      out.numbers()[i] = gamma * (in.numbers()[i] - mean) / root + beta;
    }
    return out;
  }

  private static Map3 padded(JsonNode sides, Map3 in) {
    int top = sides.path(0).path(0).asInt();
    int left = sides.path(1).path(0).asInt();
    Map3 out =
        new Map3(
            in.height() + top + sides.path(0).path(1).asInt(),
            in.width() + left + sides.path(1).path(1).asInt(),
            in.channels());
    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < out.width(); x++) {
        for (int c = 0; c < in.channels(); c++) {
          out.set(y, x, c, in.at(y - top, x - left, c));
        }
      }
    }
    return out;
  }

  private Map3 dense(KerasModel.Layer layer, Map3 in) {
    KerasModel.Values kernel = model.weight(layer.name(), "kernel");
    int units = (int) kernel.shape()[1];
    Map3 out = new Map3(1, 1, units);
    for (int i = 0; i < in.numbers().length; i++) {
      for (int unit = 0; unit < units; unit++) {
        out.numbers()[unit] += in.numbers()[i] * kernel.numbers()[i * units + unit];
      }
    }
    return biased(layer, out);
  }

  private static Map3 sum(Map3 in, Map3 other) {
    Map3 out = new Map3(in.height(), in.width(), in.channels());
    for (int i = 0; i < out.numbers().length; i++) {
      out.numbers()[i] = in.numbers()[i] + other.numbers()[i];
    }
    return out;
  }

  private static Map3 joined(Map3 in, Map3 other) {
    Map3 out = new Map3(in.height(), in.width(), in.channels() + other.channels());
    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < out.width(); x++) {
        for (int c = 0; c < out.channels(); c++) {
          boolean first = c < in.channels();
          out.set(y, x, c, first ? in.at(y, x, c) : other.at(y, x, c - in.channels()));
        }
      }
    }
    return out;
  }
}
