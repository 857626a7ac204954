package org.unroll.datasets.lab;

/**
 * What is known of a wave.
 *
 * @param known steps that are
 * @param beyond steps after them
 * @param window steps of the past that a net may read
 */
public record WaveSpan(int known, int beyond, int window) {
  /** The first step that is not asked for. */
  public int end() {
    return known + beyond;
  }
}
