package org.unroll.core.graph;

import java.util.Map;

/**
 * What the app plugs into the graph.
 *
 * @param inputs the graph's inputs by name, in the order of the batches' feature arrays
 * @param outputSize units of the head (classes, horizon), or {@link Shape#UNKNOWN} before the data
 *     was read
 */
public record GraphPorts(Map<String, Shape> inputs, int outputSize) {}
