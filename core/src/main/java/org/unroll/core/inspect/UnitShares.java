package org.unroll.core.inspect;

import java.util.ArrayList;
import java.util.List;

/** Of each unit the share of the steps that count at which its gate was somewhere. */
record UnitShares(List<Double> byUnit, double mean) {

  /** Where a gate may be. */
  @FunctionalInterface
  interface Place {
    boolean holds(float value);
  }

  static UnitShares of(LayerRecord layer, int gate, Place place) {
    long[] counts = new long[layer.units()];
    long steps = 0;
    for (int example = 0; example < layer.mask().batch(); example++) {
      for (int step = 0; step < layer.mask().time(); step++) {
        if (layer.mask().counts(example, step)) {
          steps++;
          for (int unit = 0; unit < counts.length; unit++) {
            counts[unit] += place.holds(layer.gate(step, example, gate, unit)) ? 1 : 0;
          }
        }
      }
    }
    List<Double> shares = new ArrayList<>();
    long sum = 0;
    for (long count : counts) {
      shares.add(Significant.of((double) count / steps));
      sum += count;
    }
    return new UnitShares(shares, (double) sum / steps / counts.length);
  }
}
