package org.unroll.core.layer.recurrent;

import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellPass;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.CellWeights;
import org.unroll.core.layer.cell.RecurrentEngine;

/**
 * A cell, weights, a batch and gradients of its outputs, all random. The parameters are views of a
 * longer vector, as in a graph.
 */
public record RandomCase(
    CellType type,
    CellWeights weights,
    CellInput input,
    INDArray outputGradient,
    CellState lastGradient,
    boolean asksLast) {

  /** What a forward and backward pass gave, by name. */
  record Result(INDArray output, Map<String, INDArray> states, Map<String, INDArray> gradients) {}

  enum Masks {
    FULL,
    RIGHT_PADDED,
    ANY
  }

  static RandomCase of(CellType type, Masks masks, DataType precision, Random random) {
    int batch = 1 + random.nextInt(9);
    int time = 1 + random.nextInt(12);
    int inputs = 1 + random.nextInt(20);
    int units = 1 + random.nextInt(24);
    CellWeights weights = weights(type, inputs, units, precision, random);
    CellState initial =
        random.nextBoolean()
            ? state(type, batch, units, precision, random)
            : CellState.zeros(precision, batch, units);
    CellInput input =
        new CellInput(
            normal(random, precision, 1, time, batch, inputs),
            mask(masks, batch, time, random),
            initial);
    boolean asksLast = random.nextBoolean();
    CellState last =
        asksLast
            ? state(type, batch, units, precision, random)
            : CellState.zeros(precision, batch, units);
    INDArray gradient = normal(random, precision, 1, time, batch, units); // [t, b, u]
    return new RandomCase(type, weights, input, gradient, last, asksLast);
  }

  private static CellState state(
      CellType type, int batch, int units, DataType precision, Random random) {
    CellState zeros = CellState.zeros(precision, batch, units);
    INDArray hidden = normal(random, precision, 0.5, batch, units); // [b, u]
    INDArray memory = normal(random, precision, 0.5, batch, units); // [b, u]
    return new CellState(hidden, type.hasMemory() ? memory : zeros.memory());
  }

  public static CellWeights weights(
      CellType type, int inputs, int units, DataType precision, Random random) {
    long width = (long) type.gates() * units;
    long first = inputs * width;
    long second = units * width;
    long third = (long) type.biases() * units;
    INDArray flat = normal(random, precision, 0.5 / Math.sqrt(units), 3 + first + second + third);
    return new CellWeights(
        view(flat, 3, first).reshape('c', inputs, width),
        view(flat, 3 + first, second).reshape('c', units, width),
        view(flat, 3 + first + second, third).reshape('c', 1, third));
  }

  private static INDArray view(INDArray flat, long begin, long length) {
    return flat.get(NDArrayIndex.interval(begin, begin + length));
  }

  private static StepMask mask(Masks masks, int batch, int time, Random random) {
    if (masks == Masks.FULL) {
      return StepMask.full(batch, time);
    }
    INDArray mask = Nd4j.zeros(DataType.FLOAT, batch, time); // [b, t]
    for (int b = 0; b < batch; b++) {
      int length = random.nextInt(time + 1);
      for (int t = 0; t < time; t++) {
        boolean counts = masks == Masks.ANY ? random.nextBoolean() : t < length;
        mask.putScalar(b, t, counts ? 1 : 0);
      }
    }
    return StepMask.of(mask);
  }

  static INDArray normal(Random random, DataType precision, double deviation, long... shape) {
    INDArray array = Nd4j.zeros(precision, shape);
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, deviation * random.nextGaussian());
    }
    return array;
  }

  /** The same case with other values in all masked steps. */
  RandomCase withGarbage() {
    INDArray steps = input.steps().dup('c'); // [t, b, n]
    INDArray gradient = outputGradient.dup('c'); // [t, b, u]
    for (int b = 0; b < input.batch(); b++) {
      for (int t = 0; t < input.time(); t++) {
        if (!input.mask().counts(b, t)) {
          steps.get(NDArrayIndex.point(t), NDArrayIndex.point(b)).assign(40 - 7 * t);
          gradient.get(NDArrayIndex.point(t), NDArrayIndex.point(b)).assign(3 + t);
        }
      }
    }
    CellInput spoilt = new CellInput(steps, input.mask(), input.initial());
    return new RandomCase(type, weights, spoilt, gradient, lastGradient, asksLast);
  }

  Result run(RecurrentEngine engine) {
    DataType precision = input.steps().dataType();
    int units = weights.units();
    INDArray output = Nd4j.valueArrayOf(new long[] {input.time(), input.batch(), units}, 9.0);
    output = output.castTo(precision).dup('c'); // [t, b, u]
    RecurrentEngine.Use use = new RecurrentEngine.Use(true, asksLast);
    CellPass pass = engine.forward(weights, input, output, use);
    CellState last = pass.last().detached();
    CellWeights gradients = weights(type, weights.inputs(), units, precision, new Random(1));
    INDArray in = Nd4j.zeros(precision, input.steps().shape()); // [t, b, n]
    CellState start = pass.backward(outputGradient, lastGradient, gradients, in).detached();
    Map<String, INDArray> states =
        asksLast && type.hasMemory()
            ? Map.of("hidden", last.hidden(), "memory", last.memory())
            : Map.of("hidden", last.hidden());
    return new Result(
        output,
        states,
        Map.of(
            "W", gradients.input(),
            "RW", gradients.recurrent(),
            "b", gradients.bias(),
            "input", in,
            "initial hidden", start.hidden(),
            "initial memory", type.hasMemory() ? start.memory() : start.hidden()));
  }
}
