package org.unroll.datasets.stream;

/**
 * What modified Kneser-Ney smoothing takes from a count of 1, of 2, and of 3 or more, in favour of
 * what was not seen (Chen &amp; Goodman 1999):
 *
 * <pre>D(i) = i - (i + 1) Y n(i + 1) / n(i), Y = n(1) / (n(1) + 2 n(2))</pre>
 *
 * where <i>n(i)</i> is how many n-grams of the length have a count of <i>i</i>. Of a few symbols or
 * a short text none may have it, or the discount would not lie between 0 and <i>i</i>; then it is
 * 0.5, 1 and 1.5, as KenLM falls back to (Heafield et al. 2013).
 */
record Discounts(double one, double two, double more) {
  private static final Discounts FIXED = new Discounts(0.5, 1, 1.5);
  private static final int TELLING = 4; // counts up to it tell the discounts

  /**
   * @param counts of the n-grams of one length
   */
  static Discounts of(int[] counts) {
    double[] occurring = new double[TELLING + 1]; // how many n-grams have a count of 1, 2, 3, 4
    for (int count : counts) {
      if (count <= TELLING) {
        occurring[count]++;
      }
    }
    double scale = occurring[1] / (occurring[1] + 2 * occurring[2]);
    double[] discounts = new double[TELLING];
    for (int count = 1; count < TELLING; count++) {
      double ratio = occurring[count + 1] / occurring[count];
      discounts[count] = count - (count + 1) * scale * ratio;
      if (!(discounts[count] > 0 && discounts[count] < count)) { // also if not a number
        return FIXED;
      }
    }
    return new Discounts(discounts[1], discounts[2], discounts[3]);
  }

  double of(int count) {
    return switch (count) {
      case 0 -> 0;
      case 1 -> one;
      case 2 -> two;
      default -> more;
    };
  }
}
