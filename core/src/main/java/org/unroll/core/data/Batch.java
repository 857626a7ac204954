package org.unroll.core.data;

import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * One batch for the graph.
 *
 * @param data features, labels and masks; sequences are {@code [batch, size, time]}, masks {@code
 *     [batch, time]}
 * @param examples row i of the arrays is example {@code examples[i]} of the split
 */
public record Batch(MultiDataSet data, int[] examples) {}
