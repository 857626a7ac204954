package org.unroll.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalPlaneTest {
  /** Points of a plane in five dimensions, three times as far along one of its axes. */
  private static float[][] points() {
    float[] first = {0.6f, 0, 0, -0.8f, 0};
    float[] second = {0, 0, 1, 0, 0};
    Random random = new Random(5);
    float[][] points = new float[400][5];
    for (float[] point : points) {
      double a = 3 * random.nextGaussian();
      double b = random.nextGaussian();
      for (int i = 0; i < 5; i++) {
        point[i] = (float) (7 + a * first[i] + b * second[i]);
      }
    }
    return points;
  }

  @Test
  void theAxesAreThoseOfThePlane() {
    PrincipalPlane plane = PrincipalPlane.of(points());
    assertThat(plane.axes()[0]).containsExactly(new float[] {-0.6f, 0, 0, 0.8f, 0}, within(0.03f));
    assertThat(plane.axes()[1]).containsExactly(new float[] {0, 0, 1, 0, 0}, within(0.03f));
    assertThat(plane.explained()[0]).isCloseTo(0.9, within(0.03));
    assertThat(plane.explained()[0] + plane.explained()[1]).isCloseTo(1, within(1e-4));
  }

  @Test
  void pointsLieWhereTheyAreSeenFromTheMean() {
    PrincipalPlane plane = PrincipalPlane.of(points());
    assertThat(plane.along(0, plane.mean())).isZero();
    float[] moved = plane.mean().clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += 2 * plane.axes()[1][i];
    }
    assertThat(plane.along(0, moved)).isCloseTo(0, within(1e-5));
    assertThat(plane.along(1, moved)).isCloseTo(2, within(1e-5));
  }

  @Test
  void oneUnitHasOneAxis() {
    PrincipalPlane plane = PrincipalPlane.of(new float[][] {{1}, {3}});
    assertThat(plane.explained()).containsExactly(new double[] {1, 0}, within(1e-6));
    assertThat(plane.along(1, new float[] {9})).isZero();
  }

  @Test
  void pointsThatAreOneExplainNothing() {
    PrincipalPlane plane = PrincipalPlane.of(new float[][] {{1, 2}, {1, 2}});
    assertThat(plane.explained()).containsExactly(0, 0);
    assertThat(plane.along(0, new float[] {1, 2})).isZero();
  }
}
