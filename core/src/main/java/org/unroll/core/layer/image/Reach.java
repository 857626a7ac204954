package org.unroll.core.layer.image;

/** What each window sees of one side of a picture; places outside do not count. */
final class Reach {
  private final Span span;
  private final int size;
  private final int[] from;
  private final int[] to;

  Reach(Span span, int size) {
    this.span = span;
    this.size = size;
    this.from = new int[span.windows(size)];
    this.to = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      int first = i * span.stride() - span.before(size);
      int skipped = first < 0 ? (-first + span.dilation() - 1) / span.dilation() : 0;
      from[i] = first + skipped * span.dilation();
      to[i] = Math.min(size, first + span.reach());
    }
  }

  int size() {
    return size;
  }

  int windows() {
    return from.length;
  }

  /** The first place that the window sees. */
  int from(int window) {
    return from[window];
  }

  /** After the last one. */
  int to(int window) {
    return to[window];
  }

  /** From one place to the next. */
  int step() {
    return span.dilation();
  }

  /** Places that the window sees. */
  int count(int window) {
    return (to[window] - from[window] + step() - 1) / step();
  }

  /** Whether windows see two places each, none twice and all within. */
  boolean isInPairs() {
    return span.kernel() == 2
        && span.stride() == 2
        && span.dilation() == 1
        && span.before(size) == 0
        && 2 * from.length <= size;
  }
}
