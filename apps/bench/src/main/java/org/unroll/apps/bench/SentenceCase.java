package org.unroll.apps.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** A net on sentences of random words, which are put together by length as the apps do. */
public sealed interface SentenceCase extends LayerCase permits TextCase, AttentionCase {
  /**
   * What both JVMs draw.
   *
   * @param words there are, with number 0, the padding
   * @param inputs numbers in a word's vector
   * @param units of each layer and direction
   * @param batch sentences in a batch
   * @param batches that take turns
   */
  record Sizes(int words, int inputs, int units, int batch, int batches) {}

  Sizes made();

  /** Steps of a sentence and the directions, for people. */
  String steps();

  @Override
  default String shape() {
    return made().inputs() + " " + made().units() + " " + made().batch() + " " + steps();
  }

  @Override
  default int batch() {
    return made().batch();
  }

  @Override
  default int batches() {
    return made().batches();
  }

  @Override
  default Map<String, Object> sizes() {
    Map<String, Object> sizes = new LinkedHashMap<>();
    sizes.put("words", made().words());
    sizes.put("inputs", made().inputs());
    sizes.put("units", made().units());
    sizes.put("batch", made().batch());
    sizes.put("batches", made().batches());
    return sizes;
  }
}
