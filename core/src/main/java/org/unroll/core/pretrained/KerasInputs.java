package org.unroll.core.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a layer of a functional model reads. */
final class KerasInputs {
  private KerasInputs() {}

  /**
   * @param nodes {@code [[["conv1", 0, 0, {}], …]]} of Keras 2, or of Keras 3 maps in which {@code
   *     keras_history} starts with the name; one element for each time that the layer is used
   * @return the names, or none if the layer is used several times
   */
  static List<String> of(JsonNode nodes) {
    List<String> names = new ArrayList<>();
    if (nodes.size() != 1) {
      return names;
    }
    if (nodes.get(0).isArray()) {
      for (JsonNode input : nodes.get(0)) {
        names.add(input.path(0).asText());
      }
    } else {
      for (JsonNode history : nodes.get(0).path("args").findValues("keras_history")) {
        names.add(history.path(0).asText());
      }
    }
    return names;
  }
}
