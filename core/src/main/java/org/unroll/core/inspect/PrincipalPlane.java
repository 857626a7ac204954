package org.unroll.core.inspect;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Floats;

/**
 * The plane in which points differ most: their two first principal components (Pearson 1901,
 * Hotelling 1933).
 *
 * @param mean of the points
 * @param axes two of unit length; the largest number of each is positive, so that the plane is the
 *     same on every machine
 * @param explained the share of the variance along each
 */
record PrincipalPlane(float[] mean, float[][] axes, double[] explained) {

  /**
   * @param points {@code [n, u]}, n at least 1
   */
  static PrincipalPlane of(float[][] points) {
    int units = points[0].length;
    INDArray rows = Nd4j.createFromArray(points); // [n, u]
    INDArray mean = rows.mean(0); // [u]
    rows.subiRowVector(mean.reshape(1, units));
    INDArray scatter = rows.transpose().mmul(rows).dup('f'); // [u, u], symmetric
    double whole = Math.pow(rows.norm2Number().doubleValue(), 2);
    INDArray sizes = Nd4j.create(DataType.FLOAT, units);
    INDArray basis = Nd4j.create(DataType.FLOAT, new long[] {units, units}, 'f');
    INDArray other = Nd4j.create(DataType.FLOAT, new long[] {units, units}, 'f');
    Nd4j.getBlasWrapper().lapack().gesvd(scatter, sizes, basis, other); // overwrites scatter
    float[][] axes = new float[2][units];
    double[] explained = new double[2];
    for (int i = 0; i < Math.min(2, units); i++) {
      axes[i] = turned(Floats.read(basis.getColumn(i)));
      explained[i] = whole > 0 ? sizes.getDouble(i) / whole : 0;
    }
    return new PrincipalPlane(Floats.read(mean), axes, explained);
  }

  private static float[] turned(float[] axis) {
    int largest = 0;
    for (int i = 0; i < axis.length; i++) {
      largest = Math.abs(axis[i]) > Math.abs(axis[largest]) ? i : largest;
    }
    float sign = Math.signum(axis[largest]);
    for (int i = 0; i < axis.length; i++) {
      axis[i] *= sign;
    }
    return axis;
  }

  /** Where a point lies along one of the axes, from the mean. */
  double along(int axis, float[] point) {
    double sum = 0;
    for (int i = 0; i < point.length; i++) {
      sum += (double) axes[axis][i] * (point[i] - mean[i]);
    }
    return sum;
  }
}
