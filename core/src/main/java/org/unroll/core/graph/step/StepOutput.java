package org.unroll.core.graph.step;

import java.util.Map;

/**
 * What one output step gives.
 *
 * @param state to go on from
 * @param output the head's, {@code [rows][n]}
 * @param watched by name, of the vertices that were asked for, {@code [rows][n]}
 */
public record StepOutput(StepState state, float[][] output, Map<String, float[][]> watched) {}
