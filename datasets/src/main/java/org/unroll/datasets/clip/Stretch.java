package org.unroll.datasets.clip;

/**
 * Frames of a recording.
 *
 * @param recording its number
 * @param from the first
 * @param length how many
 */
record Stretch(int recording, int from, int length) {}
