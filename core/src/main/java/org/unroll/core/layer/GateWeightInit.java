package org.unroll.core.layer;

import java.util.Arrays;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Starts each gate's block of a weight matrix {@code [in, gates * units]} by itself. DL4J's own
 * starts see the whole matrix: orthogonal is then orthogonal across gates only, identity fails, and
 * the fan-in of an LSTM's input weights is the number of units. Immutable.
 */
public final class GateWeightInit implements IWeightInit {
  /** How one block starts. */
  public enum Kind {
    /** Normal, variance 1 / in (LeCun et al. 1998). */
    LECUN,
    /** Normal, variance 2 / in (He et al. 2015). */
    RELU,
    /** Orthonormal rows or columns, whichever are fewer (Saxe et al. 2014). */
    ORTHOGONAL,
    /** The identity matrix, so that the state is kept (Le et al. 2015). */
    IDENTITY
  }

  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final int gates;

  public GateWeightInit(@JsonProperty("kind") Kind kind, @JsonProperty("gates") int gates) {
    this.kind = kind;
    this.gates = gates;
  }

  /** {@inheritDoc} The fans come from the shape, not from the arguments. */
  @Override
  public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
    if (shape.length != 2 || shape[1] % gates != 0) {
      throw new IllegalArgumentException(
          "Expected [in, %d * units], got %s".formatted(gates, Arrays.toString(shape)));
    }
    int in = (int) shape[0];
    int units = (int) shape[1] / gates;
    double[][] matrix = new double[in][gates * units];
    for (int gate = 0; gate < gates; gate++) {
      double[][] block = block(in, units);
      for (int row = 0; row < in; row++) {
        System.arraycopy(block[row], 0, matrix[row], gate * units, units);
      }
    }
    INDArray weights = paramView.reshape(order, shape); // a view of the parameters
    weights.assign(Nd4j.createFromArray(matrix).castTo(paramView.dataType()));
    return weights;
  }

  private double[][] block(int in, int units) {
    return switch (kind) {
      case LECUN -> scaled(normal(in, units), Math.sqrt(1.0 / in));
      case RELU -> scaled(normal(in, units), Math.sqrt(2.0 / in));
      case ORTHOGONAL -> orthogonal(in, units);
      case IDENTITY -> identity(in, units);
    };
  }

  private static double[][] orthogonal(int in, int units) {
    if (in <= units) {
      return orthonormalRows(normal(in, units));
    }
    double[][] columns = orthonormalRows(normal(units, in));
    double[][] matrix = new double[in][units];
    for (int row = 0; row < in; row++) {
      for (int column = 0; column < units; column++) {
        matrix[row][column] = columns[column][row];
      }
    }
    return matrix;
  }

  /**
   * Gram-Schmidt in place; each row twice, which makes it exact to rounding (Giraud et al. 2005).
   */
  private static double[][] orthonormalRows(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          double projection = dot(rows[i], rows[j]);
          for (int k = 0; k < rows[i].length; k++) {
            rows[i][k] -= projection * rows[j][k];
          }
        }
      }
      double norm = Math.sqrt(dot(rows[i], rows[i]));
      for (int k = 0; k < rows[i].length; k++) {
        rows[i][k] /= norm;
      }
    }
    return rows;
  }

  private static double[][] identity(int in, int units) {
    if (in != units) {
      throw new IllegalArgumentException(
          "Identity takes a square matrix, got %d inputs and %d units".formatted(in, units));
    }
    double[][] matrix = new double[in][units];
    for (int i = 0; i < in; i++) {
      matrix[i][i] = 1;
    }
    return matrix;
  }

  private static double[][] normal(int rows, int columns) {
    return Nd4j.randn(DataType.DOUBLE, rows, columns).toDoubleMatrix();
  }

  private static double[][] scaled(double[][] matrix, double factor) {
    for (double[] row : matrix) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= factor;
      }
    }
    return matrix;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GateWeightInit that && kind == that.kind && gates == that.gates;
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + gates;
  }

  @Override
  public String toString() {
    return "GateWeightInit(" + kind + ", gates=" + gates + ")";
  }
}
