package org.unroll.core.metric;

/**
 * Neighbouring frames of one class.
 *
 * @param number of the class, from 0
 * @param from the first frame
 * @param to one after the last frame
 */
public record Segment(int number, int from, int to) {

  /** Share of the frames in either that are in both (intersection over union), 0–1. */
  public double overlap(Segment other) {
    int both = Math.min(to, other.to) - Math.max(from, other.from);
    int either = to - from + other.to - other.from - both;
    return both <= 0 ? 0 : (double) both / either;
  }
}
