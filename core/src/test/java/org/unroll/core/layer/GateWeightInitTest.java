package org.unroll.core.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class GateWeightInitTest {
  private static INDArray start(GateWeightInit.Kind kind, int in, int units, int gates) {
    long[] shape = {in, (long) units * gates};
    INDArray view = Nd4j.zeros(DataType.DOUBLE, shape[0] * shape[1]); // [in * gates * units]
    return new GateWeightInit(kind, gates).init(0, 0, shape, 'f', view);
  }

  private static INDArray gate(INDArray weights, int gate, int units) {
    return weights.get(NDArrayIndex.all(), NDArrayIndex.interval(gate * units, (gate + 1) * units));
  }

  private static double distance(INDArray a, INDArray b) {
    return a.sub(b).amaxNumber().doubleValue();
  }

  @BeforeEach
  void seed() {
    Nd4j.getRandom().setSeed(5);
  }

  @ParameterizedTest
  @CsvSource({"6, 6", "4, 9", "9, 4"})
  void eachGateIsOrthogonal(int in, int units) {
    INDArray weights = start(GateWeightInit.Kind.ORTHOGONAL, in, units, 4);
    for (int g = 0; g < 4; g++) {
      INDArray gate = gate(weights, g, units); // [in, units]
      INDArray product = in <= units ? gate.mmul(gate.transpose()) : gate.transpose().mmul(gate);
      INDArray identity = Nd4j.eye(Math.min(in, units)).castTo(DataType.DOUBLE);
      assertThat(distance(product, identity)).isLessThan(1e-12);
    }
    assertThat(distance(gate(weights, 0, units), gate(weights, 1, units))).isGreaterThan(0.01);
  }

  @Test
  void eachGateIsTheIdentity() {
    INDArray weights = start(GateWeightInit.Kind.IDENTITY, 5, 5, 4);
    for (int g = 0; g < 4; g++) {
      assertThat(gate(weights, g, 5)).isEqualTo(Nd4j.eye(5).castTo(DataType.DOUBLE));
    }
  }

  @Test
  void identityWantsASquare() {
    assertThatThrownBy(() -> start(GateWeightInit.Kind.IDENTITY, 5, 4, 4))
        .hasMessage("Identity takes a square matrix, got 5 inputs and 4 units");
  }

  @Test
  void varianceFollowsTheInputs() {
    INDArray lecun = start(GateWeightInit.Kind.LECUN, 50, 100, 4);
    assertThat(lecun.varNumber().doubleValue()).isCloseTo(1.0 / 50, within(0.001));
    INDArray relu = start(GateWeightInit.Kind.RELU, 50, 100, 1);
    assertThat(relu.varNumber().doubleValue()).isCloseTo(2.0 / 50, within(0.003));
  }
}
