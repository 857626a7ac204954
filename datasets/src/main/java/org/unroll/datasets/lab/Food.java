package org.unroll.datasets.lab;

import java.util.Locale;

/** What the roommate cooks, in his order. */
public enum Food {
  PIE,
  BURGER,
  CHICKEN;

  /** What comes after it; after the last the first. */
  public Food next() {
    return values()[(ordinal() + 1) % values().length];
  }

  /** As it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
