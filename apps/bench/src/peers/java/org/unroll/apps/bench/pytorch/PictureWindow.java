package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import com.fasterxml.jackson.databind.JsonNode;

/** PyTorch's operations with windows, by the keys of a node. */
record PictureWindow(JsonNode node, PictureGolden arrays) {
  /** Below all numbers of the cases. */
  private static final double LEAST = -100;

  long[] sides(String key, long... otherwise) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    return value.isArray()
        ? new long[] {value.get(0).asLong(), value.get(1).asLong()}
        : new long[] {value.asLong(), value.asLong()};
  }

  /** What PyTorch pads at both ends, and pictures with what is missing at the far one. */
  private record Padded(NDArray pictures, Shape zeros) {}

  /** {@code same} is TensorFlow's, which for a stride PyTorch lacks: an odd zero comes behind. */
  private Padded padded(NDArray pictures, long[] reach, long[] stride, String padding, double fill) {
    NDArray evened = pictures;
    long[] zeros = new long[2];
    for (int side = 0; side < 2; side++) {
      long size = pictures.getShape().get(2 + side);
      long windows = (size + stride[side] - 1) / stride[side];
      long all = Math.max(0, (windows - 1) * stride[side] + reach[side] - size);
      boolean same = padding.equals("same");
      zeros[side] = same ? all / 2 : padding.equals("valid") ? 0 : Long.parseLong(padding);
      if (same && all % 2 == 1) {
        long[] shape = evened.getShape().getShape().clone();
        shape[2 + side] = 1;
        evened = evened.concat(arrays.full(fill, shape), 2 + side);
      }
    }
    return new Padded(evened, new Shape(zeros));
  }

  /**
   * @param weights {@code [down, across, in, out]}
   * @param bias may be null
   */
  NDArray convolve(NDArray pictures, NDArray weights, NDArray bias) {
    long[] stride = sides("stride", 1, 1);
    long[] dilation = sides("dilation", 1, 1);
    long[] reach = new long[2];
    for (int side = 0; side < 2; side++) {
      reach[side] = (weights.getShape().get(side) - 1) * dilation[side] + 1;
    }
    Padded padded = padded(pictures, reach, stride, node.path("padding").asText("same"), 0);
    return Conv2d.conv2d(
            padded.pictures(),
            weights.transpose(3, 2, 0, 1),
            bias,
            new Shape(stride),
            padded.zeros(),
            new Shape(dilation),
            node.path("groups").asInt(1))
        .singletonOrThrow();
  }

  private Padded pooled(NDArray pictures, double fill) {
    long[] size = sides("size", 2, 2);
    String padding = node.path("padding").asText("valid");
    return padded(pictures, size, sides("stride", size), padding, fill);
  }

  NDArray largest(NDArray pictures) {
    long[] size = sides("size", 2, 2);
    Shape stride = new Shape(sides("stride", size));
    Padded padded = pooled(pictures, LEAST);
    return Pool.maxPool2d(padded.pictures(), new Shape(size), stride, padded.zeros(), false);
  }

  /** Places around the picture do not count. */
  NDArray mean(NDArray pictures) {
    return sums(pictures).div(sums(pictures.onesLike()));
  }

  private NDArray sums(NDArray pictures) {
    long[] size = sides("size", 2, 2);
    Shape stride = new Shape(sides("stride", size));
    Padded padded = pooled(pictures, 0);
    return Pool.avgPool2d(
        padded.pictures(), new Shape(size), stride, padded.zeros(), false, false);
  }
}
