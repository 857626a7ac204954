package org.unroll.datasets.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TurningUnitsTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);
  private final TurningUnits units = new TurningUnits(1.2, 30);

  @Test
  void theEigenvaluesOfATurnAreItsGainAtItsAngle() {
    double[][] values = TurningUnits.eigenvalues(units.matrix());

    for (double[] value : values) {
      assertThat(value[0]).isCloseTo(1.2 * Math.cos(Math.PI / 6), CLOSE);
      assertThat(Math.abs(value[1])).isCloseTo(0.6, CLOSE);
    }
    assertThat(values[0][1]).isEqualTo(-values[1][1]);
    assertThat(TurningUnits.spectralRadius(units.matrix())).isCloseTo(1.2, CLOSE);
    assertThat(TurningUnits.spectralRadius(new double[][] {{2, 0}, {0, -3}})).isEqualTo(3);
  }

  @Test
  void theJacobianSaysHowASmallChangeGoesOn() {
    double[] before = {0.3, -0.4};
    double small = 1e-6;
    double[] after = step(before);
    double[][] jacobian = units.jacobian(after);
    for (int unit = 0; unit < 2; unit++) {
      double[] moved = before.clone();
      moved[unit] += small;
      double[] then = step(moved);
      for (int row = 0; row < 2; row++) {
        assertThat((then[row] - after[row]) / small)
            .isCloseTo(jacobian[row][unit], Offset.offset(1e-5));
      }
    }
  }

  /** A step from a state, which is reached by pushing the units there. */
  private double[] step(double[] before) {
    double[] push = {Math.log((1 + before[0]) / (1 - before[0])) / 2, 0};
    push[1] = Math.log((1 + before[1]) / (1 - before[1])) / 2; // the inverse of tanh
    return units.states(List.of(push, new double[2])).get(1);
  }

  @Test
  void theyComeToRestBelowAGainOfOneAndGoRoundAbove() {
    List<double[]> still = new TurningUnits(0.9, 30).states(kick());
    List<double[]> round = new TurningUnits(1.1, 30).states(kick());

    assertThat(TurningUnits.amplitude(still, 50)).isLessThan(1e-3);
    assertThat(TurningUnits.period(still, 50)).isNaN();
    assertThat(TurningUnits.amplitude(round, 50)).isBetween(0.4, 0.8);
    assertThat(TurningUnits.period(round, 60)).isCloseTo(12, Offset.offset(0.2));
  }

  private static List<double[]> kick() {
    List<double[]> inputs = new ArrayList<>(List.of(new double[] {0.5, 0}));
    while (inputs.size() < 300) {
      inputs.add(new double[2]);
    }
    return inputs;
  }
}
