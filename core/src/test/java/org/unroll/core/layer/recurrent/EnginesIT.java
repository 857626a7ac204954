package org.unroll.core.layer.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.harness.Distance;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.CellWeights;
import org.unroll.core.layer.cell.PlainEngine;
import org.unroll.core.layer.cell.RecurrentEngine;
import org.unroll.core.layer.onednn.OneDnnEngine;
import org.unroll.core.layer.recurrent.RandomCase.Masks;

/** oneDNN and plain ND4J give the same, over random shapes, lengths, states and gradients. */
class EnginesIT {
  private static final int CASES = 200;

  @ParameterizedTest
  @EnumSource(CellType.class)
  void oneDnnIsPlain(CellType type) {
    Random random = new Random(17);
    RecurrentEngine fast = new OneDnnEngine(type);
    RecurrentEngine plain = new PlainEngine(type);
    for (int i = 0; i < CASES; i++) {
      Masks masks = i % 3 == 0 ? Masks.FULL : Masks.RIGHT_PADDED;
      RandomCase tried = RandomCase.of(type, masks, DataType.FLOAT, random);
      assertSame(tried.run(fast), tried.run(plain), "case " + i);
    }
    fast.release();
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void garbageInMaskedStepsChangesNothing(CellType type) {
    Random random = new Random(18);
    RecurrentEngine fast = new OneDnnEngine(type);
    for (int i = 0; i < 20; i++) {
      RandomCase tried = RandomCase.of(type, Masks.RIGHT_PADDED, DataType.FLOAT, random);
      assertSame(tried.withGarbage().run(fast), tried.run(fast), "oneDNN, case " + i);
      RandomCase any = RandomCase.of(type, Masks.ANY, DataType.DOUBLE, random);
      RecurrentEngine plain = new PlainEngine(type);
      assertSame(any.withGarbage().run(plain), any.run(plain), "plain, case " + i);
    }
    fast.release();
  }

  /** A relu that grows without bound in the padding, past the largest float. */
  @Test
  void overflowInThePaddingChangesNothing() {
    CellWeights weights = RandomCase.weights(CellType.RELU, 2, 3, DataType.FLOAT, new Random(2));
    weights.recurrent().assign(Nd4j.eye(3).muli(5));
    INDArray mask = Nd4j.zeros(DataType.FLOAT, 2, 120); // [b, t]
    mask.putScalar(0, 0, 1);
    mask.putScalar(1, 0, 1);
    mask.putScalar(1, 1, 1);
    CellInput input =
        new CellInput(
            Nd4j.ones(DataType.FLOAT, 120, 2, 2),
            StepMask.of(mask),
            CellState.zeros(DataType.FLOAT, 2, 3));
    RandomCase tried =
        new RandomCase(
            CellType.RELU,
            weights,
            input,
            Nd4j.ones(DataType.FLOAT, 120, 2, 3),
            CellState.zeros(DataType.FLOAT, 2, 3),
            true);
    RandomCase.Result expected = tried.run(new PlainEngine(CellType.RELU));
    assertThat(expected.gradients().get("RW").sumNumber().doubleValue()).isPositive();
    assertSame(tried.run(new OneDnnEngine(CellType.RELU)), expected, "relu");
  }

  private static void assertSame(
      RandomCase.Result actual, RandomCase.Result expected, String name) {
    assertClose(actual.output(), expected.output(), 1e-5, name + " output");
    assertClose(actual.states(), expected.states(), 1e-5, name);
    assertClose(actual.gradients(), expected.gradients(), 1e-4, name);
  }

  private static void assertClose(
      Map<String, INDArray> actual, Map<String, INDArray> expected, double error, String name) {
    expected.forEach((key, array) -> assertClose(actual.get(key), array, error, name + " " + key));
  }

  private static void assertClose(INDArray actual, INDArray expected, double error, String name) {
    double scale = Math.max(1, expected.amaxNumber().doubleValue());
    double distance = Distance.between(actual, expected);
    assertThat(distance / scale).as(name).isLessThan(error);
  }
}
