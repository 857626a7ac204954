package org.unroll.core.graph.node;

import org.unroll.core.layer.head.AddSkip;

/**
 * The linear layer of a head in parts, and what is added to what it gives.
 *
 * @param levels numbers for each number of the skip
 * @param level the one of them to add to, from 0
 */
record LinearPart(SkipPath skip, int levels, int level) {
  /**
   * @param name of the head
   * @param bias what each bias starts from
   * @return DL4J's name of the last part
   */
  String build(GraphAssembly graph, String name, String input, LayerOptions options, double bias) {
    String linear = Part.LINEAR.of(name);
    int units = graph.shape(name).size();
    graph.add(
        linear,
        GraphAssembly.connected(graph.shape(input).size(), units, options).biasInit(bias),
        graph.drop(name, input, options.dropout()));
    if (skip.skip().isEmpty()) {
      return linear;
    }
    String skipped = Part.SKIPPED.of(name);
    graph.add(
        skipped,
        new AddSkip(name, units / levels, levels, level, skip.skipWeight().orElse(0)),
        linear,
        graph.output(skip.skip().get()));
    return skipped;
  }
}
