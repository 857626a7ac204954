package org.unroll.core.layer.image;

/**
 * The pictures that count, in pieces of whole channels that fit the processor's nearest cache (one
 * channel at least).
 */
record Pieces(PictureSize size, CountedRows rows) {
  private static final int PIECE = 4096;

  /** What is done with a piece. */
  @FunctionalInterface
  interface Work {
    /**
     * @param at the piece's first number in the matrix {@code [r, c h w]}
     * @param channel the first
     * @param channels of the piece
     */
    void on(int at, int channel, int channels);
  }

  private int channels() {
    return Math.max(1, Math.min(size.channels(), PIECE / size.plane()));
  }

  /** Numbers of the largest piece. */
  int length() {
    return channels() * size.plane();
  }

  /** In the order in which they lie in memory. */
  void forEach(Work work) {
    for (int i = 0; i < rows.count(); i++) {
      int row = rows.row(i) * size.length();
      for (int channel = 0; channel < size.channels(); channel += channels()) {
        int count = Math.min(channels(), size.channels() - channel);
        work.on(row + channel * size.plane(), channel, count);
      }
    }
  }
}
