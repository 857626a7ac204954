package org.unroll.core.inspect;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Floats;

/**
 * How large a recurrent matrix is: by how much it can stretch or shrink a state in the long run
 * (radius) and in one step (singular values).
 *
 * @param layer for readers
 * @param radius the largest absolute value of an eigenvalue
 * @param largest singular value, as the next two
 */
public record Spectrum(
    String layer, String gate, double radius, double largest, double median, double smallest) {

  /**
   * @param matrix {@code [u, u]}
   */
  static Spectrum of(String layer, String gate, INDArray matrix) {
    INDArray overwritten = matrix.dup('f'); // [u, u]
    INDArray sizes = Nd4j.create(matrix.dataType(), matrix.size(0)); // [u], descending
    Nd4j.getBlasWrapper().lapack().gesvd(overwritten, sizes, null, null);
    float[] values = Floats.read(sizes);
    return new Spectrum(
        layer,
        gate,
        Significant.of(SpectralRadius.of(matrix)),
        Significant.of(values[0]),
        Significant.of((values[(values.length - 1) / 2] + values[values.length / 2]) / 2),
        Significant.of(values[values.length - 1]));
  }
}
