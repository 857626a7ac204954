package org.unroll.core.train;

import java.util.Map;

/**
 * A line of {@code metrics.jsonl}.
 *
 * @param epoch from 1
 * @param seconds of training so far
 * @param train mean loss over the epoch's batches
 * @param validation metric → value
 */
public record EpochReport(
    int epoch,
    double seconds,
    double examplesPerSecond,
    double learningRate,
    Map<String, Double> train,
    Map<String, Double> validation) {}
