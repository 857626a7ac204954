package org.unroll.core.layer.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.PlainEngine;
import org.unroll.core.layer.cell.RecurrentEngine;

/** Gradients in double precision, with masks that have holes. */
class PlainEngineIT {
  private static final double STEP = 1e-6;

  @ParameterizedTest
  @EnumSource(CellType.class)
  void gradientsAreThoseOfTheOutputs(CellType type) {
    Random random = new Random(31);
    for (int i = 0; i < 4; i++) {
      RandomCase.Masks masks = RandomCase.Masks.values()[i % 3];
      RandomCase tried = RandomCase.of(type, masks, DataType.DOUBLE, random);
      Map<String, INDArray> gradients = tried.run(new PlainEngine(type)).gradients();
      for (Map.Entry<String, INDArray> moved : inputs(tried).entrySet()) {
        INDArray direction =
            RandomCase.normal(random, DataType.DOUBLE, 1, moved.getValue().shape());
        double expected = gradients.get(moved.getKey()).mul(direction).sumNumber().doubleValue();
        assertThat(slope(tried, moved.getValue(), direction))
            .as(moved.getKey() + ", case " + i)
            .isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
      }
    }
  }

  private static Map<String, INDArray> inputs(RandomCase tried) {
    Map<String, INDArray> inputs = new LinkedHashMap<>();
    inputs.put("W", tried.weights().input());
    inputs.put("RW", tried.weights().recurrent());
    inputs.put("b", tried.weights().bias());
    inputs.put("input", tried.input().steps());
    inputs.put("initial hidden", tried.input().initial().hidden());
    if (tried.type().hasMemory()) {
      inputs.put("initial memory", tried.input().initial().memory());
    }
    return inputs;
  }

  private static double slope(RandomCase tried, INDArray moved, INDArray direction) {
    INDArray original = moved.dup();
    moved.addi(direction.mul(STEP));
    double right = loss(tried);
    moved.assign(original).subi(direction.mul(STEP));
    double left = loss(tried);
    moved.assign(original);
    return (right - left) / (2 * STEP);
  }

  /** The sum of outputs and last state, weighted by their gradients. */
  private static double loss(RandomCase tried) {
    int units = tried.weights().units();
    CellInput input = tried.input();
    INDArray output = Nd4j.zeros(DataType.DOUBLE, input.time(), input.batch(), units); // [t, b, u]
    CellState last =
        new PlainEngine(tried.type())
            .forward(tried.weights(), input, output, new RecurrentEngine.Use(true, true))
            .last();
    double loss = output.mul(tried.outputGradient()).sumNumber().doubleValue();
    loss += last.hidden().mul(tried.lastGradient().hidden()).sumNumber().doubleValue();
    return loss + last.memory().mul(tried.lastGradient().memory()).sumNumber().doubleValue();
  }
}
