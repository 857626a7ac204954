package org.unroll.core.metric;

import java.util.List;

/**
 * Classes of real numbers, such as left, straight and right of a steering angle.
 *
 * @param thresholds ascending; each is the least number of the band above it
 * @param names of the bands from the lowest, one more than there are thresholds
 */
public record Bands(List<Double> thresholds, List<String> names) {
  /**
   * @throws IllegalArgumentException if the thresholds do not ascend or the names are not one more
   */
  public Bands {
    thresholds = List.copyOf(thresholds);
    names = List.copyOf(names);
    if (names.size() != thresholds.size() + 1) {
      throw new IllegalArgumentException(
          names.size() + " names of bands for " + thresholds.size() + " thresholds");
    }
    for (int i = 1; i < thresholds.size(); i++) {
      if (!(thresholds.get(i) > thresholds.get(i - 1))) {
        throw new IllegalArgumentException("thresholds that do not ascend: " + thresholds);
      }
    }
  }

  /** The number of the band, from 0. */
  public int of(double value) {
    int band = 0;
    while (band < thresholds.size() && value >= thresholds.get(band)) {
      band++;
    }
    return band;
  }
}
