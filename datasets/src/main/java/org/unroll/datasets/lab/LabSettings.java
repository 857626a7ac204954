package org.unroll.datasets.lab;

import java.util.Map;
import org.unroll.core.data.BatchOrder;

/**
 * What a config says of every task.
 *
 * @param order of the training batches
 * @param weights that nodes begin with, by their names
 */
public record LabSettings(BatchOrder order, Map<String, NodeWeights> weights) {}
