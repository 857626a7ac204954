package org.unroll.core.layer.image;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * How a window passes over one side of a picture.
 *
 * @param kernel places that it sees
 * @param stride from one window to the next
 * @param dilation from one place that it sees to the next
 * @param padding zeros on either side, or {@link #SAME}
 */
public record Span(
    @JsonProperty("kernel") int kernel,
    @JsonProperty("stride") int stride,
    @JsonProperty("dilation") int dilation,
    @JsonProperty("padding") int padding) {
  /**
   * As many zeros as give one window for every {@code stride} places; if their number is odd, one
   * more behind than before, as in TensorFlow.
   */
  public static final int SAME = -1;

  /** From the first place that a window sees to the last. */
  public int reach() {
    return (kernel - 1) * dilation + 1;
  }

  /** Windows on a side of so many places; below 1 if it is too short for one. */
  public int windows(int size) {
    return padding == SAME
        ? (size + stride - 1) / stride
        : Math.floorDiv(size + 2 * padding - reach(), stride) + 1;
  }

  /** Zeros before the first place. */
  int before(int size) {
    return padding == SAME ? all(size) / 2 : padding;
  }

  /** Whether there are as many zeros before as behind. */
  boolean isEven(int size) {
    return padding != SAME || all(size) % 2 == 0;
  }

  boolean isDilated() {
    return step() > 1;
  }

  /** From one place that it sees to the next; 1 if it sees one alone. */
  int step() {
    return kernel > 1 ? dilation : 1;
  }

  /** The same without dilation: the places in between belong to the kernel. */
  Span filled() {
    return isDilated() ? new Span(reach(), stride, 1, padding) : this;
  }

  private int all(int size) {
    return Math.max(0, (windows(size) - 1) * stride + reach() - size);
  }
}
