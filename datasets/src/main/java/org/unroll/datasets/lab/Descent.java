package org.unroll.datasets.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Gradient descent of a {@link LoneUnit}.
 *
 * @param rate of the steps
 * @param clipNorm largest norm of a gradient, beyond which it is scaled down; empty to take it as
 *     it is
 */
public record Descent(LoneUnit unit, double rate, OptionalDouble clipNorm) {
  /** Weights on the way, and what they come to. */
  public record Place(double weight, double bias, LoneUnit.Outcome outcome) {}

  /**
   * @param count steps
   * @return one more than these, from the first place on
   */
  public List<Place> path(double weight, double bias, int count) {
    List<Place> path = new ArrayList<>();
    Place place = new Place(weight, bias, unit.run(weight, bias));
    path.add(place);
    for (int step = 0; step < count; step++) {
      LoneUnit.Outcome outcome = place.outcome();
      double norm = outcome.norm();
      double share = clipNorm.isPresent() ? Math.min(1, clipNorm.getAsDouble() / norm) : 1;
      double scale = norm == 0 ? 0 : rate * share;
      double nextWeight = place.weight() - scale * outcome.byWeight();
      double nextBias = place.bias() - scale * outcome.byBias();
      place = new Place(nextWeight, nextBias, unit.run(nextWeight, nextBias));
      path.add(place);
    }
    return path;
  }
}
