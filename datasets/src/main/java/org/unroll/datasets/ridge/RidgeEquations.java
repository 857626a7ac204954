package org.unroll.datasets.ridge;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The normal equations of a ridge regression, summed up block by block. The first input is the
 * constant 1, whose weight is not penalised. Not thread-safe.
 */
final class RidgeEquations {
  private final int inputs;
  private final int outputs;
  private final double[] squares; // inputs × inputs
  private final double[] products; // inputs × outputs
  private long rows;

  RidgeEquations(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.squares = new double[inputs * inputs];
    this.products = new double[inputs * outputs];
  }

  /** Without any rows yet. */
  static RidgeEquations of(RidgeInputs inputs) {
    return new RidgeEquations(inputs.size(), inputs.outputs());
  }

  int inputs() {
    return inputs;
  }

  /**
   * @param x {@code [rows][inputs]}, row after row
   * @param y {@code [rows][outputs]}, row after row
   */
  void add(double[] x, double[] y, int count) {
    try (INDArray inputRows = array(x, count, inputs);
        INDArray outputRows = array(y, count, outputs);
        INDArray square = product(inputRows, inputRows, inputs); // [inputs, inputs]
        INDArray product = product(inputRows, outputRows, outputs)) { // [inputs, outputs]
      // both are in column order; the first is symmetric
      addTo(squares, square.data().asDouble());
      double[] columns = product.data().asDouble();
      for (int i = 0; i < inputs; i++) {
        for (int o = 0; o < outputs; o++) {
          products[i * outputs + o] += columns[o * inputs + i];
        }
      }
    }
    rows += count;
  }

  private static INDArray array(double[] values, int rows, int columns) {
    double[] exact =
        values.length == rows * columns ? values : Arrays.copyOf(values, rows * columns);
    return Nd4j.createFromArray(exact).reshape('c', rows, columns);
  }

  private INDArray product(INDArray x, INDArray y, int columns) {
    INDArray result = Nd4j.createUninitialized(DataType.DOUBLE, new long[] {inputs, columns}, 'f');
    return Nd4j.gemm(x, y, result, true, false, 1, 0);
  }

  private static void addTo(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  /**
   * @param penalty on squared weights, for each row
   * @return {@code [inputs][outputs]}, row after row; zeros if there are no rows
   */
  double[] solve(double penalty) {
    if (rows == 0) {
      return new double[inputs * outputs];
    }
    DMatrixRMaj left = new DMatrixRMaj(inputs, inputs, true, squares);
    for (int i = 0; i < inputs; i++) {
      // the constant's tiny share keeps the matrix positive definite
      left.add(i, i, i == 0 ? 1e-9 * rows : penalty * rows);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(inputs);
    if (!solver.setA(left)) {
      throw new IllegalStateException("ridge: the penalised matrix is not positive definite");
    }
    DMatrixRMaj weights = new DMatrixRMaj(inputs, outputs);
    solver.solve(new DMatrixRMaj(inputs, outputs, true, products), weights);
    return weights.data;
  }
}
