package org.unroll.datasets.lab;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Two units that turn each other: h = tanh(R h + input), where R turns by an angle and stretches by
 * a gain. The first excites the second, the second inhibits the first.
 *
 * @param gain what R stretches by
 * @param degrees that R turns by each step
 */
public record TurningUnits(double gain, double degrees) {
  /** Below, a unit is taken to be at rest. */
  private static final double REST = 1e-3;

  /** R, a row a unit. */
  public double[][] matrix() {
    double angle = Math.toRadians(degrees);
    double cos = gain * Math.cos(angle);
    double sin = gain * Math.sin(angle);
    return new double[][] {{cos, -sin}, {sin, cos}};
  }

  /**
   * The states after each step.
   *
   * @param inputs of both units, one a step
   */
  public List<double[]> states(List<double[]> inputs) {
    double[][] turn = matrix();
    List<double[]> states = new ArrayList<>();
    double[] state = new double[2];
    for (double[] input : inputs) {
      double first = turn[0][0] * state[0] + turn[0][1] * state[1] + input[0];
      double second = turn[1][0] * state[0] + turn[1][1] * state[1] + input[1];
      state = new double[] {Math.tanh(first), Math.tanh(second)};
      states.add(state);
    }
    return states;
  }

  /**
   * How a small change of the state is multiplied in one step that ends there: diag(1 − h²) R.
   *
   * @param state after the step; zero, the fixed point, gives R itself
   */
  public double[][] jacobian(double[] state) {
    double[][] jacobian = matrix();
    for (int row = 0; row < 2; row++) {
      double slope = 1 - state[row] * state[row];
      jacobian[row][0] *= slope;
      jacobian[row][1] *= slope;
    }
    return jacobian;
  }

  /** The eigenvalues of a matrix, {@code [number][real, imaginary]}. */
  public static double[][] eigenvalues(double[][] matrix) {
    EigenDecomposition_F64<DMatrixRMaj> found = DecompositionFactory_DDRM.eig(matrix.length, false);
    if (!found.decompose(new DMatrixRMaj(matrix))) {
      throw new ArithmeticException("the eigenvalues of a matrix do not converge");
    }
    double[][] values = new double[matrix.length][];
    for (int i = 0; i < values.length; i++) {
      Complex_F64 value = found.getEigenvalue(i);
      values[i] = new double[] {value.real, value.imaginary};
    }
    return values;
  }

  /** The greatest size of an eigenvalue: below 1 small changes die out, above they grow. */
  public static double spectralRadius(double[][] matrix) {
    double radius = 0;
    for (double[] value : eigenvalues(matrix)) {
      radius = Math.max(radius, Math.hypot(value[0], value[1]));
    }
    return radius;
  }

  /** How far from rest the last states are at most. */
  public static double amplitude(List<double[]> states, int last) {
    double amplitude = 0;
    for (double[] state : states.subList(states.size() - last, states.size())) {
      amplitude = Math.max(amplitude, Math.hypot(state[0], state[1]));
    }
    return amplitude;
  }

  /** Steps of a turn about rest over the last states; NaN if they are at rest. */
  public static double period(List<double[]> states, int last) {
    if (amplitude(states, last) < REST) {
      return Double.NaN;
    }
    double turned = 0;
    for (int i = states.size() - last; i < states.size(); i++) {
      double[] from = states.get(i - 1);
      double[] to = states.get(i);
      double across = from[0] * to[1] - from[1] * to[0];
      turned += Math.atan2(across, from[0] * to[0] + from[1] * to[1]);
    }
    return 2 * Math.PI * last / Math.abs(turned);
  }
}
