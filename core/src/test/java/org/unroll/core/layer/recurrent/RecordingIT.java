package org.unroll.core.layer.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.unroll.core.harness.Distance;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellPass;
import org.unroll.core.layer.cell.CellRecorder;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.CellWeights;
import org.unroll.core.layer.cell.PlainCell;
import org.unroll.core.layer.cell.PlainEngine;
import org.unroll.core.layer.cell.RecordingEngine;
import org.unroll.core.layer.cell.RecurrentEngine;
import org.unroll.core.layer.onednn.OneDnnEngine;

/** What a pass tells of its steps is what happened there. */
class RecordingIT {
  private static final double STEP = 1e-6;

  /** Copies of all that was told. */
  private static final class Told implements CellRecorder {
    private final List<INDArray> gates = new ArrayList<>();
    private final List<CellState> states = new ArrayList<>();
    private final CellState[] gradients = new CellState[64];
    private final CellState[] gradientsOfLast = new CellState[64];

    @Override
    public void begin(CellInput input) {
      assertThat(gates).as("one pass").isEmpty();
    }

    @Override
    public void step(int step, INDArray activated, CellState state) {
      assertThat(gates).hasSize(step);
      gates.add(activated.dup('c'));
      states.add(state.detached());
    }

    @Override
    public void gradient(int step, CellState gradient) {
      gradients[step] = gradient.detached();
    }

    @Override
    public void gradientOfLast(int step, CellState gradient) {
      gradientsOfLast[step] = gradient.detached();
    }
  }

  private static Told record(RandomCase tried) {
    Told told = new Told();
    tried.run(new RecordingEngine(tried.type(), told));
    return told;
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void recordingChangesNothing(CellType type) {
    Random random = new Random(41);
    for (RandomCase.Masks masks : RandomCase.Masks.values()) {
      RandomCase tried = RandomCase.of(type, masks, DataType.DOUBLE, random);
      RandomCase.Result plain = tried.run(new PlainEngine(type));
      RandomCase.Result recorded = tried.run(new RecordingEngine(type, new Told()));
      assertThat(Distance.between(recorded.output(), plain.output())).isZero();
      plain
          .gradients()
          .forEach(
              (name, gradient) ->
                  assertThat(Distance.between(recorded.gradients().get(name), gradient))
                      .as(name)
                      .isZero());
    }
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void statesAreThoseOfOneDnn(CellType type) {
    Random random = new Random(42);
    RecurrentEngine fast = new OneDnnEngine(type);
    for (int i = 0; i < 20; i++) {
      RandomCase tried = RandomCase.of(type, RandomCase.Masks.RIGHT_PADDED, DataType.FLOAT, random);
      INDArray output = tried.run(fast).output(); // [t, b, u]
      Told told = record(tried);
      for (int t = 0; t < tried.input().time(); t++) {
        for (int b = 0; b < tried.input().batch(); b++) {
          if (tried.input().mask().counts(b, t)) {
            INDArray state = told.states.get(t).hidden().getRow(b);
            assertThat(Distance.between(output.slice(t).getRow(b), state)).isLessThan(1e-5);
          }
        }
      }
    }
    fast.release();
  }

  @Test
  void gatesMakeTheStates() {
    RandomCase tried =
        RandomCase.of(CellType.LSTM, RandomCase.Masks.FULL, DataType.FLOAT, new Random(43));
    Told told = record(tried);
    INDArray memory = tried.input().initial().memory().dup(); // [b, u]
    for (int t = 0; t < tried.input().time(); t++) {
      INDArray gates = told.gates.get(t); // [b, 4 u]: i, f, g, o
      memory =
          block(gates, 1, tried)
              .mul(memory)
              .add(block(gates, 0, tried).mul(block(gates, 2, tried)));
      INDArray hidden = block(gates, 3, tried).mul(Transforms.tanh(memory, true));
      assertThat(Distance.between(told.states.get(t).memory(), memory)).isLessThan(1e-5);
      assertThat(Distance.between(told.states.get(t).hidden(), hidden)).isLessThan(1e-5);
    }
  }

  private static INDArray block(INDArray gates, int gate, RandomCase tried) {
    return PlainCell.block(gates, gate, tried.weights().units());
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void gradientsAreThoseByTheState(CellType type) {
    Random random = new Random(44);
    for (int i = 0; i < 9; i++) {
      RandomCase.Masks masks = RandomCase.Masks.values()[i % 3];
      RandomCase tried = RandomCase.of(type, masks, DataType.DOUBLE, random);
      Told told = record(tried);
      INDArray alone = ofLast(tried); // [t, b, u]
      for (int t = 0; t < tried.input().time(); t++) {
        CellState direction = direction(tried, t, random);
        double all = slope(tried, told.states.get(t), t, direction, tried.outputGradient());
        double last = slope(tried, told.states.get(t), t, direction, alone);
        assertThat(product(told.gradients[t], direction)).isCloseTo(all, within(1e-6));
        assertThat(product(told.gradientsOfLast[t], direction)).isCloseTo(last, within(1e-6));
      }
    }
  }

  private static double product(CellState gradient, CellState direction) {
    double hidden = gradient.hidden().mul(direction.hidden()).sumNumber().doubleValue();
    return hidden + gradient.memory().mul(direction.memory()).sumNumber().doubleValue();
  }

  /** Nowhere for examples that do not count then, nor by a memory that the cell lacks. */
  private static CellState direction(RandomCase tried, int step, Random random) {
    long[] shape = {tried.input().batch(), tried.weights().units()};
    INDArray hidden = RandomCase.normal(random, DataType.DOUBLE, 1, shape); // [b, u]
    INDArray memory = RandomCase.normal(random, DataType.DOUBLE, 1, shape); // [b, u]
    for (int b = 0; b < tried.input().batch(); b++) {
      if (!tried.input().mask().counts(b, step)) {
        hidden.putRow(b, Nd4j.zeros(DataType.DOUBLE, shape[1]));
        memory.putRow(b, Nd4j.zeros(DataType.DOUBLE, shape[1]));
      }
    }
    return new CellState(hidden, tried.type().hasMemory() ? memory : memory.mul(0));
  }

  private static INDArray ofLast(RandomCase tried) {
    INDArray alone = tried.outputGradient().mul(0); // [t, b, u]
    for (int b = 0; b < tried.input().batch(); b++) {
      int last = tried.input().mask().lastStep(b);
      alone.slice(last).putRow(b, tried.outputGradient().slice(last).getRow(b));
    }
    return alone;
  }

  private static double slope(
      RandomCase tried, CellState state, int step, CellState direction, INDArray gradient) {
    return (loss(tried, moved(state, direction, STEP), step, gradient)
            - loss(tried, moved(state, direction, -STEP), step, gradient))
        / (2 * STEP);
  }

  private static CellState moved(CellState state, CellState direction, double by) {
    return new CellState(
        state.hidden().add(direction.hidden().mul(by)).dup('c'),
        state.memory().add(direction.memory().mul(by)).dup('c'));
  }

  /** Of the step's state, as it is given on, and of all that follows. */
  private static double loss(RandomCase tried, CellState state, int step, INDArray gradient) {
    CellInput input = tried.input();
    INDArray counted = state.hidden().dup(); // [b, u]
    for (int b = 0; b < input.batch(); b++) {
      if (!input.mask().counts(b, step)) {
        counted.putRow(b, Nd4j.zeros(DataType.DOUBLE, counted.size(1)));
      }
    }
    double loss = counted.mul(gradient.slice(step)).sumNumber().doubleValue();
    CellState last = state;
    int rest = input.time() - step - 1;
    if (rest > 0) {
      INDArray output = Nd4j.zeros(DataType.DOUBLE, rest, input.batch(), counted.size(1));
      CellWeights weights = tried.weights();
      CellPass pass =
          new PlainEngine(tried.type())
              .forward(
                  weights, after(input, step, state), output, new RecurrentEngine.Use(true, true));
      last = pass.last();
      INDArray later = gradient.get(NDArrayIndex.interval(step + 1, input.time())); // [rest, b, u]
      loss += output.mul(later).sumNumber().doubleValue();
    }
    loss += last.hidden().mul(tried.lastGradient().hidden()).sumNumber().doubleValue();
    return loss + last.memory().mul(tried.lastGradient().memory()).sumNumber().doubleValue();
  }

  private static CellInput after(CellInput input, int step, CellState state) {
    int rest = input.time() - step - 1;
    INDArray steps = input.steps().get(NDArrayIndex.interval(step + 1, input.time())).dup('c');
    INDArray mask = Nd4j.zeros(DataType.FLOAT, input.batch(), rest); // [b, rest]
    for (int b = 0; b < input.batch(); b++) {
      for (int t = 0; t < rest; t++) {
        mask.putScalar(b, t, input.mask().counts(b, step + 1 + t) ? 1 : 0);
      }
    }
    return new CellInput(steps, StepMask.of(mask), state);
  }
}
