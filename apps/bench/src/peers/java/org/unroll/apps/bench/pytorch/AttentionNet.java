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
import org.unroll.apps.bench.AttentionCase;
import org.unroll.apps.bench.AttentionCase.Pairs;
import org.unroll.apps.bench.StackCase;

/**
 * An {@link AttentionCase}. The encoder reads the padding too, and its final state is that after
 * it; attention and loss leave it out.
 */
record AttentionNet(AttentionCase pairs) implements PyTorchNet {
  private static final int UNITS = AttentionCase.UNITS;

  @Override
  public Block block() {
    return new Translator();
  }

  @Override
  public Shape[] inputs() {
    Shape words = new Shape(pairs.batch(), 1);
    return new Shape[] {words, words, new Shape(pairs.batch(), 1, 1)};
  }

  @Override
  public List<PyTorchBatch> batches(NDManager manager) {
    List<PyTorchBatch> batches = new ArrayList<>();
    for (Pairs batch : pairs.pairs()) {
      NDArray sources = PyTorchBatch.padded(manager, batch.sources());
      NDArray given = PyTorchBatch.padded(manager, batch.given());
      NDArray wanted = PyTorchBatch.padded(manager, batch.wanted()).flatten();
      NDArray words = wanted.neq(0).toType(DataType.FLOAT32, false).reshape(-1, 1);
      batches.add(
          new PyTorchBatch(
              new NDList(sources, given, PyTorchBatch.penalty(sources).expandDims(1)),
              wanted,
              words.div(words.sum())));
    }
    return batches;
  }

  private static final class Translator extends JoinedBlock {
    private static final Shape STEP = new Shape(1, 1, UNITS);
    private static final Shape BOTH = new Shape(1, 1, 2 * UNITS);

    private final Block read = add("read", vectors(), new Shape(1, 1));
    private final RecurrentStack encoder = add("encoder", gru(true), STEP);
    private final Block start = add("start", linear(UNITS, true), new Shape(1, 2 * UNITS));
    private final Block given = add("given", vectors(), new Shape(1, 1));
    private final RecurrentStack decoder = add("decoder", gru(false), STEP);
    private final Block keys = add("keys", linear(UNITS, false), BOTH);
    private final Block output =
        add("output", linear(AttentionCase.WORDS, true), new Shape(1, 1, 3 * UNITS));

    private static Block vectors() {
      return new WordVectors(AttentionCase.WORDS, UNITS);
    }

    private static RecurrentStack gru(boolean bidirectional) {
      return new RecurrentStack(false, UNITS, UNITS, new StackCase.Stack(1, bidirectional));
    }

    private static Block linear(int units, boolean bias) {
      return Linear.builder().setUnits(units).optBias(bias).build();
    }

    @Override
    protected NDArray scores(ParameterStore store, NDList inputs, boolean training) {
      NDList source = read.forward(store, new NDList(inputs.get(0)), training);
      NDList encoded = encoder.forward(store, source, training); // [b, ts, 2 u], [2, b, u]
      NDArray values = encoded.get(0);
      NDArray end = encoded.get(1).transpose(1, 0, 2).reshape(-1, 2L * UNITS);
      NDArray state = start.forward(store, new NDList(end), training).singletonOrThrow().tanh();
      NDList target = given.forward(store, new NDList(inputs.get(1)), training);
      target.add(state.expandDims(0)); // [1, b, u]
      NDArray decoded = decoder.forward(store, target, training).get(0); // [b, tt, u]
      NDArray asked = keys.forward(store, new NDList(values), training).singletonOrThrow();
      NDArray weights = // [b, tt, ts]
          decoded.batchMatMul(asked.transpose(0, 2, 1)).add(inputs.get(2)).softmax(2);
      NDArray both = decoded.concat(weights.batchMatMul(values), 2); // [b, tt, 3 u]
      return output.forward(store, new NDList(both), training).singletonOrThrow();
    }
  }
}
