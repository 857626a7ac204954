package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import org.unroll.apps.bench.PictureCase;

/**
 * A GRU whose matrices are convolutions (Ballas et al. 2016) as one writes it in Python, the mean
 * of each channel after each step, and a linear layer. The inputs of all steps are read by one
 * convolution; of each step's state one makes both gates and another the candidate. Reads {@code [t
 * b, c, h, w]}.
 */
final class ConvolutionGru extends JoinedBlock {
  private final int steps;
  private final long filters;
  private final Block inputs;
  private final Block gates;
  private final Block candidate;
  private final Block output;

  ConvolutionGru(PictureCase pictures) {
    steps = pictures.steps();
    int units = pictures.channels();
    filters = units;
    Shape frame = new Shape(1, PictureCase.CHANNELS, pictures.height(), pictures.width());
    Shape state = new Shape(1, units, pictures.height(), pictures.width());
    inputs = add("inputs", PictureNet.convolution(3 * units, true), frame);
    gates = add("gates", PictureNet.convolution(2 * units, false), state);
    candidate = add("candidate", PictureNet.convolution(units, false), state);
    output = add("output", PictureNet.linear(PictureCase.CLASSES), new Shape(1, 1, units));
  }

  @Override
  protected NDArray scores(ParameterStore store, NDList frames, boolean training) {
    NDArray read = inputs.forward(store, frames, training).singletonOrThrow(); // [t b, 3 f, h, w]
    NDList means = new NDList();
    Shape frame = read.getShape();
    NDArray state = // [b, f, h, w]
        read.getManager()
            .zeros(new Shape(frame.get(0) / steps, filters, frame.get(2), frame.get(3)));
    for (NDArray step : read.split(steps)) { // [b, 3 f, h, w]
      state = next(store, step, state, training);
      means.add(Pool.globalAvgPool2d(state));
    }
    NDList rows = new NDList(NDArrays.stack(means)); // [t, b, f]
    return output.forward(store, rows, training).singletonOrThrow();
  }

  private NDArray next(ParameterStore store, NDArray step, NDArray state, boolean training) {
    NDList read = step.split(new long[] {2 * filters}, 1); // [b, 2 f, h, w], [b, f, h, w]
    NDArray both = Activation.sigmoid(read.get(0).add(of(gates, store, state, training)));
    NDList gate = both.split(2, 1); // update, reset: [b, f, h, w]
    NDArray kept = of(candidate, store, gate.get(1).mul(state), training);
    NDArray proposed = Activation.tanh(read.get(1).add(kept));
    return state.sub(proposed).mul(gate.get(0)).add(proposed);
  }

  private static NDArray of(Block part, ParameterStore store, NDArray read, boolean training) {
    return part.forward(store, new NDList(read), training).singletonOrThrow();
  }
}
