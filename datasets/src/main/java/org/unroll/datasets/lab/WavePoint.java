package org.unroll.datasets.lab;

/**
 * A step whose value is to be said.
 *
 * @param step from 0
 * @param past the values before it, the latest last; not to be changed
 */
public record WavePoint(int step, float[] past) {}
