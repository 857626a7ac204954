package org.unroll.core.layer.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellPass;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.CellWeights;
import org.unroll.core.layer.cell.RecurrentEngine;
import org.unroll.core.layer.recurrent.RandomCase;

/** The process does not grow while batch and length vary. */
class NativeMemoryIT {
  private static final int PASSES = 400;
  private static final int UNITS = 48;
  private static final int INPUTS = 32;
  private static final long MIB = 1 << 20;

  @ParameterizedTest
  @EnumSource(names = {"LSTM", "GRU_RESET_AFTER"})
  void variedShapesDoNotGrowTheProcess(CellType type) {
    Random random = new Random(23);
    OneDnnEngine engine = new OneDnnEngine(type);
    CellWeights weights = RandomCase.weights(type, INPUTS, UNITS, DataType.FLOAT, random);
    CellWeights gradients = RandomCase.weights(type, INPUTS, UNITS, DataType.FLOAT, random);
    passes(engine, weights, gradients, random);
    long before = resident();
    for (int i = 0; i < 3; i++) {
      passes(engine, weights, gradients, random);
    }
    assertThat(resident() - before).isLessThan(160 * MIB); // the Java heap grows as well
    engine.release();
  }

  @Test
  void oneShapeTooManyFreesTheFirst() {
    OneDnnEngine engine = new OneDnnEngine(CellType.TANH);
    CellWeights weights = RandomCase.weights(CellType.TANH, 3, 4, DataType.FLOAT, new Random(1));
    List<CellPass> passes = new ArrayList<>();
    for (int time = 1; time <= OneDnnEngine.KEPT_SHAPES + 1; time++) {
      INDArray steps = Nd4j.zeros(DataType.FLOAT, time, 2, 3); // [t, b, n]
      INDArray output = Nd4j.zeros(DataType.FLOAT, time, 2, 4); // [t, b, u]
      CellState start = CellState.zeros(DataType.FLOAT, 2, 4);
      CellInput input = new CellInput(steps, StepMask.full(2, time), start);
      passes.add(engine.forward(weights, input, output, new RecurrentEngine.Use(true, true)));
    }
    assertThat(passes.get(0).last().hidden().wasClosed()).isTrue();
    assertThat(passes.get(1).last().hidden().wasClosed()).isFalse();
    engine.release();
    assertThat(passes.get(OneDnnEngine.KEPT_SHAPES).last().hidden().wasClosed()).isTrue();
  }

  @Test
  void nativeObjectsAreFreedOnce() {
    NativeObjects objects = new NativeObjects();
    BytePointer bytes = objects.own(new BytePointer(100));
    assertThat(bytes.isNull()).isFalse();
    objects.close();
    objects.close();
    assertThat(bytes.isNull()).isTrue();
  }

  private static long resident() {
    System.gc();
    return Pointer.physicalBytes();
  }

  private static void passes(
      OneDnnEngine engine, CellWeights weights, CellWeights gradients, Random random) {
    for (int i = 0; i < PASSES; i++) {
      int batch = 1 + random.nextInt(24);
      int time = 1 + random.nextInt(40);
      try (Arrays arrays = new Arrays(time, batch)) {
        CellInput input = new CellInput(arrays.input, mask(random, batch, time), arrays.state);
        CellPass pass =
            engine.forward(
                weights, input, arrays.output, new RecurrentEngine.Use(true, i % 3 == 0));
        pass.backward(arrays.output, arrays.state, gradients, arrays.inputGradient);
      }
    }
  }

  private static StepMask mask(Random random, int batch, int time) {
    if (random.nextBoolean()) {
      return StepMask.full(batch, time);
    }
    INDArray mask = Nd4j.ones(DataType.FLOAT, batch, time); // [b, t]
    mask.putScalar(0, time - 1, 0);
    return StepMask.of(mask);
  }

  private static final class Arrays implements AutoCloseable {
    private final INDArray input; // [t, b, n]
    private final INDArray inputGradient; // [t, b, n]
    private final INDArray output; // [t, b, u]
    private final CellState state;

    Arrays(int time, int batch) {
      this.input = Nd4j.zeros(DataType.FLOAT, time, batch, INPUTS);
      this.inputGradient = Nd4j.zeros(DataType.FLOAT, time, batch, INPUTS);
      this.output = Nd4j.zeros(DataType.FLOAT, time, batch, UNITS);
      this.state = CellState.zeros(DataType.FLOAT, batch, UNITS);
    }

    @Override
    public void close() {
      input.close();
      inputGradient.close();
      output.close();
      state.hidden().close();
      state.memory().close();
    }
  }
}
