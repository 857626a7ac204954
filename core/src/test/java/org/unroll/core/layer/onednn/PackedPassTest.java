package org.unroll.core.layer.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.CellWeights;
import org.unroll.core.layer.cell.PlainEngine;
import org.unroll.core.layer.cell.RecurrentEngine;
import org.unroll.core.layer.recurrent.RandomCase;

class PackedPassTest {
  private static final RecurrentEngine.Use ANSWER = new RecurrentEngine.Use(false, false);
  private static final int[] LENGTHS = {5, 23, 1, 0, 9, 12, 7, 8, 3, 4, 2};

  private static StepMask mask(int... lengths) {
    INDArray mask = Nd4j.zeros(DataType.FLOAT, lengths.length, 24); // [b, t]
    for (int b = 0; b < lengths.length; b++) {
      for (int t = 0; t < lengths[b]; t++) {
        mask.putScalar(b, t, 1);
      }
    }
    return StepMask.of(mask);
  }

  @ParameterizedTest
  @EnumSource
  void givesWhatAPassOverAllPaddingGives(CellType type) {
    CellWeights weights = RandomCase.weights(type, 3, 5, DataType.FLOAT, new Random(7));
    INDArray steps = Nd4j.rand(DataType.FLOAT, 24, LENGTHS.length, 3); // [t, b, n]
    INDArray hidden = Nd4j.rand(DataType.FLOAT, LENGTHS.length, 5); // [b, u]
    CellState start = new CellState(hidden, Nd4j.rand(DataType.FLOAT, LENGTHS.length, 5));
    CellInput input = new CellInput(steps, mask(LENGTHS), start);
    INDArray packed = Nd4j.rand(DataType.FLOAT, 24, LENGTHS.length, 5); // [t, b, u]
    INDArray plain = Nd4j.zeros(DataType.FLOAT, 24, LENGTHS.length, 5); // [t, b, u]
    OneDnnEngine engine = new OneDnnEngine(type);

    assertThat(engine.forward(weights, input, packed, ANSWER)).isInstanceOf(PackedPass.class);
    new PlainEngine(type).forward(weights, input, plain, ANSWER);
    engine.release();

    float[] expected = Floats.read(plain);
    float[] actual = Floats.read(packed);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(expected[i]));
    }
  }

  private static Offset<Float> within(float expected) {
    return Offset.offset(1e-5f * Math.max(1, Math.abs(expected)));
  }

  @Test
  void littlePaddingIsReadAsItIs() {
    StepMask even = mask(24, 24, 24, 24, 24, 23, 22, 21);
    StepMask few = mask(24, 1, 1);

    assertThat(Stretches.of(even).pay(even)).isFalse();
    assertThat(Stretches.of(few).pay(few)).isFalse();
  }

  @Test
  void furtherStretchesHaveFewerRows() {
    assertThat(Stretches.of(mask(LENGTHS)).all())
        .containsExactly(
            new Stretches.Stretch(0, 4, 12),
            new Stretches.Stretch(4, 4, 8),
            new Stretches.Stretch(8, 16, 4));
  }
}
