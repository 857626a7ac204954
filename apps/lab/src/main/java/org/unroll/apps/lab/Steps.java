package org.unroll.apps.lab;

/** Names of stretches of steps. */
final class Steps {
  private Steps() {}

  /** {@code 3–5}; of one step {@code 3}. */
  static String name(int first, int last) {
    return first == last ? String.valueOf(first) : first + "–" + last;
  }
}
