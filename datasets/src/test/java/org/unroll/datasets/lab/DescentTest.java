package org.unroll.datasets.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DescentTest {
  private final LoneUnit unit = new LoneUnit(50, 0.5, 0.7);

  @Test
  void theGradientIsThatOfTheLoss() {
    double small = 1e-7;
    for (double[] place : new double[][] {{1.3, -0.23}, {0.8, 0.1}, {1.2, -0.05}}) {
      LoneUnit.Outcome outcome = unit.run(place[0], place[1]);
      double byWeight = (unit.run(place[0] + small, place[1]).loss() - outcome.loss()) / small;
      double byBias = (unit.run(place[0], place[1] + small).loss() - outcome.loss()) / small;
      assertThat(outcome.byWeight()).isCloseTo(byWeight, Offset.offset(1e-4));
      assertThat(outcome.byBias()).isCloseTo(byBias, Offset.offset(1e-4));
    }
  }

  @Test
  void aClippedDescentComesDownWhereAnotherIsThrownOut() {
    List<Descent.Place> clipped =
        new Descent(unit, 0.2, OptionalDouble.of(0.3)).path(1.3, -0.23, 60);
    List<Descent.Place> plain = new Descent(unit, 0.2, OptionalDouble.empty()).path(1.3, -0.23, 60);

    assertThat(longestStep(clipped)).isCloseTo(0.06, Offset.offset(1e-9));
    assertThat(clipped.get(60).outcome().loss()).isLessThan(1e-6);
    assertThat(longestStep(plain)).isGreaterThan(2);
    assertThat(plain.get(60).outcome().loss()).isGreaterThan(0.08);
  }

  private static double longestStep(List<Descent.Place> path) {
    double longest = 0;
    for (int i = 1; i < path.size(); i++) {
      double across = path.get(i).weight() - path.get(i - 1).weight();
      double up = path.get(i).bias() - path.get(i - 1).bias();
      longest = Math.max(longest, Math.hypot(across, up));
    }
    return longest;
  }
}
