package org.unroll.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SpectrumTest {
  private static double radius(float[]... rows) {
    return SpectralRadius.of(Nd4j.createFromArray(rows));
  }

  private static INDArray jordan(int size, double value) {
    INDArray block = Nd4j.eye(size).castTo(DataType.FLOAT).muli(value); // [size, size]
    for (int i = 0; i + 1 < size; i++) {
      block.putScalar(i, i + 1, 1);
    }
    return block;
  }

  @Test
  void aRotationIsAsLargeAsItsFactor() {
    float cos = (float) (0.9 * Math.cos(1));
    float sin = (float) (0.9 * Math.sin(1));
    assertThat(radius(new float[] {cos, -sin}, new float[] {sin, cos}))
        .isCloseTo(0.9, within(1e-4));
  }

  @Test
  void identityAndZeroAreExact() {
    assertThat(SpectralRadius.of(Nd4j.eye(7).castTo(DataType.FLOAT))).isCloseTo(1, within(1e-5));
    assertThat(SpectralRadius.of(Nd4j.zeros(DataType.FLOAT, 5, 5))).isZero();
  }

  @Test
  void aDefectiveMatrixHasTheRadiusOfItsOneEigenvalue() {
    assertThat(SpectralRadius.of(jordan(2, 0.9))).isCloseTo(0.9, within(1e-3));
    assertThat(SpectralRadius.of(jordan(5, 0.9))).isCloseTo(0.9, within(2e-3));
    assertThat(SpectralRadius.of(jordan(5, 0))).as("a power of it is 0").isZero();
  }

  @Test
  void theLargestOfManyCountsWhateverItsSign() {
    float[][] diagonal = {{0.3f, 5, 0}, {0, -0.7f, 9}, {0, 0, 0.5f}};
    assertThat(radius(diagonal)).isCloseTo(0.7, within(1e-3));
    float[][] huge = {{3e12f, 0}, {0, 1}};
    assertThat(radius(huge)).isCloseTo(3e12, within(1e8));
  }

  @Test
  void theMatrixIsLeftAsItWas() {
    INDArray matrix = jordan(4, 0.5);
    INDArray before = matrix.dup();
    Spectrum.of("cell", "forget", matrix);
    assertThat(matrix).isEqualTo(before);
  }

  @Test
  void singularValuesAreThoseOfTheMatrix() {
    float[][] turned = {{0, 3, 0, 0}, {-2, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 0.5f, 0}};
    Spectrum spectrum = Spectrum.of("cell", "forget", Nd4j.createFromArray(turned));
    assertThat(spectrum.largest()).isEqualTo(3);
    assertThat(spectrum.median()).isEqualTo(1.5);
    assertThat(spectrum.smallest()).isEqualTo(0.5);
    assertThat(spectrum.radius()).isCloseTo(Math.sqrt(6), within(1e-3));
  }

  @Test
  void aViewOfOneGateIsRead() {
    INDArray all = Nd4j.hstack(jordan(3, 0.5), Nd4j.eye(3).castTo(DataType.FLOAT).muli(2));
    INDArray second = org.unroll.core.layer.cell.PlainCell.block(all, 1, 3); // [3, 3], a view
    Spectrum spectrum = Spectrum.of("cell", "state", second);
    assertThat(spectrum.radius()).isCloseTo(2, within(1e-3));
    assertThat(spectrum.smallest()).isEqualTo(2);
  }
}
