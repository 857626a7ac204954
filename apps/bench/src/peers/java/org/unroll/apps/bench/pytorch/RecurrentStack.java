package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import org.unroll.apps.bench.StackCase;

/**
 * PyTorch's {@code lstm} or {@code gru} over all layers and directions in one call: {@code [b, t,
 * n]}, and of a gru the states before the first step if they are not zero, to {@code [b, t, units]}
 * or twice the units, and the states after the last step; states are {@code [layers · directions,
 * b, units]}. DJL 0.35.0's own blocks hand the parameters over in the wrong order when there are
 * two directions, and give the second layer the wrong size.
 */
final class RecurrentStack extends AbstractBlock {
  private final boolean lstm;
  private final int units;
  private final int layers;
  private final int directions;
  private final List<Parameter> ordered = new ArrayList<>();

  RecurrentStack(boolean lstm, int inputs, int units, StackCase.Stack stack) {
    this.lstm = lstm;
    this.units = units;
    this.layers = stack.layers();
    this.directions = stack.directions();
    int gates = (lstm ? 4 : 3) * units;
    int size = inputs;
    for (int layer = 0; layer < layers; layer++) {
      for (int direction = 0; direction < directions; direction++) {
        String name = layer + "-" + direction;
        add(name + "-w-ih", Parameter.Type.WEIGHT, new Shape(gates, size));
        add(name + "-w-hh", Parameter.Type.WEIGHT, new Shape(gates, units));
        add(name + "-b-ih", Parameter.Type.BIAS, new Shape(gates));
        add(name + "-b-hh", Parameter.Type.BIAS, new Shape(gates));
      }
      size = directions * units;
    }
  }

  private void add(String name, Parameter.Type type, Shape shape) {
    ordered.add(
        addParameter(
            Parameter.builder().setName(name).setType(type).optShape(shape).build()));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    NDArray steps = inputs.get(0);
    NDList weights = new NDList();
    for (Parameter parameter : ordered) {
      weights.add(store.getValue(parameter, steps.getDevice(), training));
    }
    Shape state = new Shape((long) layers * directions, steps.size(0), units);
    NDArray hidden = inputs.size() > 1 ? inputs.get(1) : steps.getManager().zeros(state);
    NDArrayEx torch = steps.getNDArrayInternal();
    boolean both = directions == 2;
    NDList outputs =
        lstm
            ? torch.lstm(
                steps,
                new NDList(hidden, steps.getManager().zeros(state)),
                weights,
                true,
                layers,
                0,
                training,
                both,
                true)
            : torch.gru(steps, hidden, weights, true, layers, 0, training, both, true);
    return new NDList(outputs.get(0), outputs.get(1));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {
      new Shape(inputs[0].get(0), inputs[0].get(1), (long) directions * units)
    };
  }
}
