package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import org.unroll.apps.bench.StackCase;
import org.unroll.apps.bench.TextCase;
import org.unroll.apps.bench.TextCase.Phrases;

/**
 * A {@link TextCase}. The LSTM reads the padding too: {@code pack_padded_sequence} is not to be had
 * through DJL. The maximum is over the words alone.
 */
record TextNet(TextCase text) implements PyTorchNet {
  private static final int STATE = 2 * TextCase.UNITS;

  @Override
  public Block block() {
    return new Classifier();
  }

  @Override
  public Shape[] inputs() {
    return new Shape[] {new Shape(text.batch(), 1), new Shape(text.batch(), 1, 1)};
  }

  @Override
  public List<PyTorchBatch> batches(NDManager manager) {
    List<PyTorchBatch> batches = new ArrayList<>();
    for (Phrases phrases : text.phrases()) {
      NDArray words = PyTorchBatch.padded(manager, phrases.words());
      NDList features = new NDList(words, PyTorchBatch.penalty(words).expandDims(2));
      NDArray classes = manager.create(phrases.classes());
      batches.add(PyTorchBatch.of(features, classes.toType(DataType.INT64, false)));
    }
    return batches;
  }

  private static final class Classifier extends JoinedBlock {
    private final Block vectors =
        add("vectors", new WordVectors(TextCase.WORDS, TextCase.VECTOR), new Shape(1, 1));
    private final RecurrentStack encoder =
        add(
            "encoder",
            new RecurrentStack(
                true, TextCase.VECTOR, TextCase.UNITS, new StackCase.Stack(1, true)),
            new Shape(1, 1, TextCase.VECTOR));
    private final Block output =
        add(
            "output",
            Linear.builder().setUnits(TextCase.CLASSES).build(),
            new Shape(1, STATE));

    @Override
    protected NDArray scores(ParameterStore store, NDList inputs, boolean training) {
      NDList read = vectors.forward(store, new NDList(inputs.get(0)), training);
      NDArray encoded = encoder.forward(store, read, training).get(0); // [b, t, 2 u]
      NDArray largest = encoded.add(inputs.get(1)).max(new int[] {1}); // [b, 2 u]
      return output.forward(store, new NDList(largest), training).singletonOrThrow();
    }
  }
}
