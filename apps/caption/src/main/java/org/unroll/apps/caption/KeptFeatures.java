package org.unroll.apps.caption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.datasets.caption.FeatureInput;

/**
 * What is kept of each picture that an encoder saw; saved, since a file that its graph was made of
 * may be gone. Immutable.
 *
 * @param node that gives it
 * @param places of the picture; 1 of features of the whole
 * @param numbers of a place
 */
record KeptFeatures(String node, int places, int numbers) {
  private static final String FILE = "encoder-features.json";

  static KeptFeatures of(EncoderGraph graph) {
    return new KeptFeatures(graph.node(), graph.places(), graph.numbers());
  }

  /** As the captioner reads it. */
  FeatureInput input() {
    return new FeatureInput(places > 1, numbers);
  }

  void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
  }

  /** Reads what {@link #save} wrote, if it did. */
  static Optional<KeptFeatures> load(Path folder) {
    return Json.readIfThere(folder.resolve(FILE), KeptFeatures.class);
  }
}
