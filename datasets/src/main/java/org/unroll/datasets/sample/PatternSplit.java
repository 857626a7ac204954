package org.unroll.datasets.sample;

import org.unroll.core.data.Split;

/** Which split may show a pattern: by a hash, so that any seed agrees. */
final class PatternSplit {
  private static final int PATTERNS = 10; // of so many one is tested on, one validated on

  private PatternSplit() {}

  static Split of(String pattern) {
    return switch (Math.floorMod(pattern.hashCode() * 0x9E3779B9 >>> 8, PATTERNS)) {
      case 0 -> Split.TEST;
      case 1 -> Split.VALIDATION;
      default -> Split.TRAIN;
    };
  }
}
