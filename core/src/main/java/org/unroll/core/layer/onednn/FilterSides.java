package org.unroll.core.layer.onednn;

/** How filters pass over pictures, down and across. */
public record FilterSides(Side down, Side across) {

  /**
   * One of the two.
   *
   * @param size places of a picture
   * @param windows places of the result
   * @param kernel places that a filter sees
   * @param stride from one window to the next
   * @param dilation from one place that a filter sees to the next
   * @param before zeros before the first place
   */
  public record Side(int size, int windows, int kernel, int stride, int dilation, int before) {
    /** Zeros behind the last place that are seen. */
    int behind() {
      return Math.max(0, (windows - 1) * stride + (kernel - 1) * dilation + 1 - size - before);
    }
  }

  long[] strides() {
    return new long[] {down.stride(), across.stride()};
  }

  /** oneDNN counts the places that are left out. */
  long[] dilations() {
    return new long[] {down.dilation() - 1, across.dilation() - 1};
  }

  long[] before() {
    return new long[] {down.before(), across.before()};
  }

  long[] behind() {
    return new long[] {down.behind(), across.behind()};
  }
}
