package org.unroll.core.pretrained;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.unroll.core.Json;

/** A small net with seeded weights, written as {@code model.save("net.h5")} of Keras 2 does. */
final class KerasModel {
  /** An array in C order. */
  record Values(float[] numbers, long[] shape) {}

  /** What a file says of a layer. */
  record Layer(String type, String name, ObjectNode config, List<String> inputs) {}

  private final Random random = new Random(5);
  private final List<Layer> layers = new ArrayList<>();
  private final Map<String, Map<String, Values>> weights = new LinkedHashMap<>();
  private boolean sequential;

  KerasModel(int height, int width, int channels) {
    add(
        "InputLayer",
        "picture",
        "{\"batch_input_shape\": [null, %s, %s, %d]}"
            .formatted(side(height), side(width), channels));
  }

  private static String side(int length) {
    return length == 0 ? "null" : Integer.toString(length);
  }

  /**
   * @param config JSON
   */
  KerasModel add(String type, String name, String config, String... inputs) {
    try {
      ObjectNode read = (ObjectNode) Json.MAPPER.readTree(config);
      read.put("name", name);
      layers.add(new Layer(type, name, read, List.of(inputs)));
      return this;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(config, e);
    }
  }

  /** Random weights of the last layer, around 0 or, of variances, around 1. */
  KerasModel weight(String name, long... shape) {
    float[] values = new float[length(shape)];
    boolean around1 = name.equals("moving_variance") || name.equals("gamma");
    for (int i = 0; i < values.length; i++) {
      values[i] = around1 ? 0.5f + random.nextFloat() : 0.5f * (float) random.nextGaussian();
    }
    weights
        .computeIfAbsent(layers.get(layers.size() - 1).name(), layer -> new LinkedHashMap<>())
        .put(name, new Values(values, shape));
    return this;
  }

  private static int length(long[] shape) {
    int length = 1;
    for (long size : shape) {
      length *= (int) size;
    }
    return length;
  }

  /** Without names of what layers read; each reads the one before. */
  KerasModel sequential() {
    sequential = true;
    return this;
  }

  List<Layer> layers() {
    return layers;
  }

  Values weight(String layer, String name) {
    return weights.get(layer).get(name);
  }

  /** Of a layer's weights some may be missing from the file. */
  void drop(String layer, String name) {
    weights.get(layer).remove(name);
  }

  void write(Path path) {
    try (Hdf5Writer file = new Hdf5Writer(path)) {
      file.text("model_config", configuration());
      file.group("model_weights");
      weights.forEach((layer, arrays) -> write(file, layer, arrays));
    }
  }

  private static void write(Hdf5Writer file, String layer, Map<String, Values> arrays) {
    String group = "model_weights/" + layer;
    file.group(group);
    file.group(group + "/" + layer);
    arrays.forEach(
        (name, values) ->
            file.array(group + "/" + layer + "/" + name + ":0", values.numbers(), values.shape()));
  }

  String configuration() {
    ObjectNode model = Json.MAPPER.createObjectNode();
    model.put("class_name", sequential ? "Sequential" : "Functional");
    ArrayNode all = model.putObject("config").put("name", "net").putArray("layers");
    for (Layer layer : layers) {
      ObjectNode node = all.addObject().put("class_name", layer.type());
      node.set("config", layer.config());
      if (!sequential) {
        node.put("name", layer.name());
        ArrayNode nodes = node.putArray("inbound_nodes");
        ArrayNode inputs = layer.inputs().isEmpty() ? null : nodes.addArray();
        for (String input : layer.inputs()) {
          inputs.addArray().add(input).add(0).add(0).addObject();
        }
      }
    }
    return model.toString();
  }
}
