package org.unroll.datasets.catalog;

import java.util.Locale;

/** Sizes in words. */
final class Size {
  private Size() {}

  /** {@code 3.0 MB}; decimal units, a dash if unknown (negative). */
  static String of(long bytes) {
    if (bytes < 0) {
      return "–";
    }
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
