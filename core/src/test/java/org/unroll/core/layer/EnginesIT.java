package org.unroll.core.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.RandomCase.Masks;

/** oneDNN and plain ND4J give the same, over random shapes, lengths, states and gradients. */
class EnginesIT {
  private static final int CASES = 240;

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
    double distance = actual.sub(expected).amaxNumber().doubleValue();
    assertThat(distance / scale).as(name).isLessThan(error);
  }
}
