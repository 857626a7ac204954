package org.unroll.core.pretrained;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.Json;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.pretrained.PretrainedException.Key;

/**
 * A whole model of Keras 2 in a {@code .h5} file: the attribute {@code model_config} is JSON, and
 * the weights of a layer lie below {@code model_weights/<layer>}. DL4J's own import of such files
 * needs all layers of a net, also those that are cut off, and makes all its weights twice.
 */
final class KerasFile {
  private final Path path;
  private final Map<String, PictureSize> inputs = new LinkedHashMap<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<String, JsonNode> configs = new LinkedHashMap<>(); // by layer

  private KerasFile(Path path) {
    this.path = path;
  }

  static NetFile read(Path path) {
    KerasFile file = new KerasFile(path);
    JsonNode model = file.model();
    JsonNode config = model.path("config");
    JsonNode layers =
        config.isArray() ? config : config.path("layers"); // an array before Keras 2.3
    if (model.path("class_name").asText().equals("Sequential")) {
      file.addChain(layers);
    } else {
      file.addNodes(layers);
    }
    Map<String, JsonNode> configs = file.configs;
    return new NetFile(path, file.inputs, file.pieces, () -> new KerasWeights(path, configs));
  }

  private JsonNode model() {
    try (Hdf5File file = new Hdf5File(path)) {
      String text =
          file.text("model_config")
              .orElseThrow(
                  () ->
                      new PretrainedException(
                          Key.FILE,
                          path
                              + " holds no net, perhaps weights alone (no model_config); save the whole model in Keras: model.save(\"net.h5\")"));
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new PretrainedException(
          "%s: its model_config is no JSON (%s)".formatted(path, e.getOriginalMessage()), e);
    }
  }

  /** Layers, each reading the one before. */
  private void addChain(JsonNode layers) {
    String before = "input";
    if (!layers.path(0).path("class_name").asText().equals("InputLayer")) {
      inputs.put(before, size(layers.path(0).path("config")));
    }
    for (JsonNode layer : layers) {
      String name = layer.path("config").path("name").asText();
      add(name, layer, List.of(before));
      before = name;
    }
  }

  /** Layers that say what they read. */
  private void addNodes(JsonNode layers) {
    for (JsonNode layer : layers) {
      add(layer.path("name").asText(), layer, KerasInputs.of(layer.path("inbound_nodes")));
    }
  }

  private void add(String name, JsonNode layer, List<String> reads) {
    JsonNode config = layer.path("config");
    if (layer.path("class_name").asText().equals("InputLayer")) {
      inputs.put(name, size(config));
      return;
    }
    configs.put(name, layer);
    pieces.addAll(KerasLayers.pieces(name, layer, reads));
  }

  /** {@code [batch, height, width, channels]}, with nulls for what may vary. */
  private static PictureSize size(JsonNode config) {
    JsonNode shape =
        config.has("batch_shape") ? config.path("batch_shape") : config.path("batch_input_shape");
    return shape.size() == 4
        ? new PictureSize(shape.path(3).asInt(0), shape.path(1).asInt(0), shape.path(2).asInt(0))
        : new PictureSize(0, 0, 0);
  }
}
