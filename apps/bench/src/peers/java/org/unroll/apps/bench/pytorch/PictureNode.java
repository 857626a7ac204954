package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A node that reads pictures, in PyTorch's operations. Its arrays lie as those of our layers. */
final class PictureNode {
  private static final int BATCH = 2;

  private final JsonNode given;
  private final PictureGolden arrays;
  private final PictureWindow window;
  private final Map<String, NDArray> statistics = new LinkedHashMap<>();

  PictureNode(JsonNode given, PictureGolden arrays) {
    this.given = given;
    this.arrays = arrays;
    this.window = new PictureWindow(given.get("node"), arrays);
  }

  private JsonNode node() {
    return given.get("node");
  }

  private String kind() {
    return node().get(node().has("layer") ? "layer" : "vertex").asText();
  }

  private boolean isMax() {
    return node().path("kind").asText().equals("max");
  }

  private long size(int side) {
    return given.get("shape").path(side).asLong(1);
  }

  private long filters() {
    return node().get("filters").asLong();
  }

  private boolean hasSteps() {
    return given.has("lengths");
  }

  private long time() {
    JsonNode lengths = given.get("lengths");
    return Math.max(lengths.get(0).asLong(), lengths.get(1).asLong());
  }

  long[] inputShape() {
    return hasSteps()
        ? new long[] {BATCH, size(0) * size(1) * size(2), time()}
        : new long[] {BATCH, size(0), size(1), size(2)};
  }

  /** Of a batch-norm: what it keeps, and what it makes of its input by it. */
  Map<String, NDArray> statistics() {
    return statistics;
  }

  NDArray apply(NDArray input) {
    if (!hasSteps()) {
      return ofPictures(input);
    }
    NDArray mask = mask(); // [b, 1, t]
    NDArray output =
        switch (kind()) {
          case "conv1d" -> overTime(input.mul(mask));
          case "conv-lstm", "conv-gru" -> recurrent(input);
          default -> steps(ofPictures(pictures(input)));
        };
    return output.mul(mask);
  }

  private NDArray mask() {
    NDList rows = new NDList();
    for (JsonNode length : given.get("lengths")) {
      NDArray ones = arrays.full(1, 1, 1, length.asLong());
      rows.add(ones.concat(arrays.full(0, 1, 1, time() - length.asLong()), 2));
    }
    return NDArrays.concat(rows);
  }

  private NDArray pictures(NDArray steps) { // [b t, c, h, w]
    return steps.transpose(0, 2, 1).reshape(BATCH * time(), size(0), size(1), size(2));
  }

  private NDArray steps(NDArray pictures) { // [b, n, t]
    return pictures.reshape(BATCH, time(), -1).transpose(0, 2, 1);
  }

  private NDArray ofPictures(NDArray pictures) {
    return switch (kind()) {
      case "conv" -> convolution(pictures);
      case "pool" -> isMax() ? window.largest(pictures) : window.mean(pictures);
      case "global-pool" ->
          isMax() ? Pool.globalMaxPool2d(pictures) : Pool.globalAvgPool2d(pictures);
      default -> normalised(pictures);
    };
  }

  private NDArray weights(String name, long in, long out) {
    long[] kernel = window.sides("kernel", 3, 3);
    return arrays.leaf(name, kernel[0], kernel[1], in, out);
  }

  private NDArray convolution(NDArray pictures) {
    NDArray weights = weights("W", size(0) / node().path("groups").asLong(1), filters());
    boolean biased = node().path("bias").asBoolean(true);
    return window.convolve(pictures, weights, biased ? arrays.leaf("b", filters()) : null);
  }

  private NDArray overTime(NDArray steps) {
    long kernel = node().path("kernel").asLong(3);
    long dilation = node().path("dilation").asLong(1);
    NDArray weights = arrays.leaf("W", kernel, size(0), filters());
    long reach = (kernel - 1) * dilation;
    long before = node().has("causal") ? reach : reach / 2;
    NDArray padded =
        arrays
            .full(0, BATCH, size(0), before)
            .concat(steps, 2)
            .concat(arrays.full(0, BATCH, size(0), reach - before), 2);
    Shape one = new Shape(1);
    NDArray filters = weights.transpose(2, 1, 0); // [filters, n, kernel]
    NDArray bias = arrays.leaf("b", filters());
    return Conv1d.conv1d(padded, filters, bias, one, new Shape(0), new Shape(dilation))
        .singletonOrThrow();
  }

  private NDArray normalised(NDArray pictures) {
    NDArray gamma = arrays.leaf("gamma", size(0));
    NDArray beta = arrays.leaf("beta", size(0));
    NDArray mean = arrays.full(0, size(0));
    NDArray variance = arrays.full(1, size(0));
    float kept = (float) node().path("momentum").asDouble(0.9); // as ours: PyTorch counts the rest
    NDList made = new NDList();
    for (boolean training : new boolean[] {true, false}) {
      made.addAll(
          BatchNorm.batchNorm(pictures, mean, variance, gamma, beta, 1, kept, 1e-5f, training));
    }
    statistics.put("mean", mean);
    statistics.put("var", variance);
    statistics.put("inference", hasSteps() ? steps(made.get(1)) : made.get(1));
    return made.get(0);
  }

  /** As ours: convolutions of input and state with one kernel each, gates beside each other. */
  private NDArray recurrent(NDArray steps) {
    long gates = kind().equals("conv-lstm") ? 4 : 3;
    NDArray weights = weights("W", size(0), gates * filters());
    NDArray recurrent = weights("RW", filters(), gates * filters());
    NDArray bias = arrays.leaf("b", gates * filters());
    NDArray hidden = arrays.full(0, BATCH, filters(), size(1), size(2));
    NDArray memory = hidden;
    NDList outputs = new NDList();
    for (long t = 0; t < time(); t++) {
      NDArray picture = steps.get(":, :, {}", t).reshape(BATCH, size(0), size(1), size(2));
      NDArray read = window.convolve(picture, weights, bias);
      NDArray sum = read.add(window.convolve(hidden, recurrent, null));
      NDArray first = Activation.sigmoid(gate(sum, 0)); // input or update
      NDArray second = Activation.sigmoid(gate(sum, 1)); // forget or reset
      if (gates == 4) {
        memory = second.mul(memory).add(first.mul(gate(sum, 2).tanh()));
        hidden = Activation.sigmoid(gate(sum, 3)).mul(memory.tanh());
      } else {
        NDArray kept = window.convolve(second.mul(hidden), recurrent, null);
        NDArray candidate = gate(read, 2).add(gate(kept, 2)).tanh();
        hidden = first.mul(hidden).add(first.mul(-1).add(1).mul(candidate));
      }
      outputs.add(hidden.reshape(BATCH, -1, 1));
    }
    return NDArrays.concat(outputs, 2);
  }

  private NDArray gate(NDArray gates, int number) {
    return gates.get(":, {}:{}", number * filters(), (number + 1) * filters());
  }
}
