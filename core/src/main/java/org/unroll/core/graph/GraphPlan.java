package org.unroll.core.graph;

import java.util.List;
import java.util.Map;

/**
 * A checked graph.
 *
 * @param order node names, each after its inputs
 * @param shapes of graph inputs and nodes
 * @param masks for what gives a sequence, the graph input whose mask holds
 */
record GraphPlan(
    GraphSpec spec, List<String> order, Map<String, Shape> shapes, Map<String, String> masks) {}
