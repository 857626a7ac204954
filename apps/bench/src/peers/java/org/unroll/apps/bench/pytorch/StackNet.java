package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.unroll.apps.bench.StackCase;
import org.unroll.core.graph.node.Cell;

/** A {@link StackCase}: recurrent layers and a linear layer at each step. */
record StackNet(StackCase layers) implements PyTorchNet {
  @Override
  public Block block() {
    return new Classifier(layers);
  }

  @Override
  public Shape[] inputs() {
    return new Shape[] {new Shape(layers.batch(), layers.steps(), layers.inputs())};
  }

  @Override
  public List<PyTorchBatch> batches(NDManager manager) {
    Shape rows = new Shape((long) layers.batch() * layers.steps());
    return List.of(
        PyTorchBatch.of(
            new NDList(manager.randomNormal(inputs()[0])),
            manager.randomInteger(0, StackCase.CLASSES, rows, DataType.INT64)));
  }

  private static final class Classifier extends JoinedBlock {
    private final Block recurrent;
    private final Block output;

    Classifier(StackCase layers) {
      boolean lstm = layers.cell() == Cell.LSTM;
      StackCase.Stack stack = layers.stack();
      recurrent =
          add(
              "recurrent",
              new RecurrentStack(lstm, layers.inputs(), layers.units(), stack),
              new Shape(1, 1, layers.inputs()));
      output =
          add(
              "output",
              Linear.builder().setUnits(StackCase.CLASSES).build(),
              new Shape(1, 1, (long) stack.directions() * layers.units()));
    }

    @Override
    protected NDArray scores(ParameterStore store, NDList inputs, boolean training) {
      NDArray steps = recurrent.forward(store, inputs, training).get(0); // [b, t, units]
      return output.forward(store, new NDList(steps), training).singletonOrThrow();
    }
  }
}
