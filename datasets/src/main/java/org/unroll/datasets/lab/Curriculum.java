package org.unroll.datasets.lab;

import java.util.random.RandomGenerator;

/** In which order programs of which difficulty are shown (Zaremba &amp; Sutskever 2014). */
public enum Curriculum {
  /** All as difficult as in the end. */
  BASELINE,
  /** More difficult from stage to stage, digits first, then nesting. */
  NAIVE,
  /** Each as difficult as chance has it. */
  MIXED,
  /** Each by chance as the naive or as the mixed one has it. */
  COMBINED;

  /**
   * How difficult a program is.
   *
   * @param digits of its numbers
   * @param nesting operations
   */
  public record Difficulty(int digits, int nesting) {}

  /**
   * How difficult the next one is.
   *
   * @param most of the last stage
   * @param stage from 0; beyond the last it stays there
   */
  Difficulty next(Difficulty most, long stage, RandomGenerator random) {
    return switch (this) {
      case BASELINE -> most;
      case NAIVE -> naive(most, stage);
      case MIXED -> mixed(most, random);
      case COMBINED -> random.nextBoolean() ? naive(most, stage) : mixed(most, random);
    };
  }

  private static Difficulty naive(Difficulty most, long stage) {
    long last = (long) most.digits() * most.nesting() - 1;
    int now = (int) Math.min(stage, last);
    return new Difficulty(now % most.digits() + 1, now / most.digits() + 1);
  }

  private static Difficulty mixed(Difficulty most, RandomGenerator random) {
    return new Difficulty(1 + random.nextInt(most.digits()), 1 + random.nextInt(most.nesting()));
  }
}
