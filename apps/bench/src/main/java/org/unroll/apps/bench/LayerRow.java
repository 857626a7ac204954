package org.unroll.apps.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of one case.
 *
 * @param ways ours, by the name of the way; one at least
 * @param rivals those of {@link #RIVALS} that took part
 */
record LayerRow(LayerCase layers, Map<String, Timing> ways, Map<String, Timing> rivals) {
  static final String DL4J = "dl4j";
  static final String PYTORCH = "pytorch";
  static final List<String> RIVALS = List.of(DL4J, PYTORCH);

  /**
   * @param timings by contender; those that are no rivals are ways of ours
   */
  static LayerRow of(LayerCase layers, Map<String, Timing> timings) {
    Map<String, Timing> ways = new LinkedHashMap<>(timings);
    ways.keySet().removeAll(RIVALS);
    Map<String, Timing> rivals = new LinkedHashMap<>(timings);
    rivals.keySet().retainAll(RIVALS);
    return new LayerRow(layers, ways, rivals);
  }

  /** The best of our ways, of training and of answering each. */
  Timing ours() {
    return Timing.best(ways.values());
  }

  /** For JSON; a rival that did not take part has no key. */
  Map<String, Object> json() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("case", layers.text());
    map.putAll(layers.sizes());
    map.put("ours", ours());
    map.put("ways", ways);
    map.putAll(rivals);
    return map;
  }
}
