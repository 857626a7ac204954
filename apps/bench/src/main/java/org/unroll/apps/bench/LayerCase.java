package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;

/** One network to measure, and the batches it is trained on with Adam. Immutable. */
public sealed interface LayerCase permits StackCase, SentenceCase, PictureCase {
  /** Learning rate of Adam. */
  double RATE = 0.001;

  /** Of whatever is drawn. */
  int SEED = 42;

  /** What {@code --case} calls it; {@link #parse} reads it. */
  default String text() {
    return name();
  }

  /** The first cell of its row; rows of one name are summed up together. */
  String name();

  /** The second: inputs, units or filters, batch, steps. */
  String shape();

  /** Sequences or pictures in each batch. */
  int batch();

  /** How many batches take turns. */
  default int batches() {
    return 1;
  }

  /** What it is made of, by JSON key. */
  Map<String, Object> sizes();

  /**
   * Multiplications and additions of the matrix products of one forward pass; empty where they
   * differ from batch to batch.
   */
  default OptionalDouble forwardOperations() {
    return OptionalDouble.empty();
  }

  /**
   * Of one training step, three times the forward pass: each product of the forward pass has two of
   * its size in the backward pass, for the weights and for what was read.
   */
  default OptionalDouble trainingOperations() {
    OptionalDouble forward = forwardOperations();
    return forward.isEmpty() ? forward : OptionalDouble.of(3 * forward.getAsDouble());
  }

  /** The network of our layers. */
  GraphSpec graph();

  /** What plugs into it. */
  GraphPorts ports();

  /** The batches, as our pipelines give them; the same at each call. */
  List<MultiDataSet> arrays();

  /** All that are compared. */
  static List<LayerCase> all() {
    List<LayerCase> cases = new ArrayList<>();
    cases.addAll(StackCase.all(Cell.LSTM));
    cases.addAll(StackCase.all(Cell.GRU));
    cases.add(new TextCase());
    cases.add(new AttentionCase());
    cases.addAll(PictureCase.all());
    return cases;
  }

  /**
   * @param text the {@link #text()} of one of {@link #all}, or what {@link StackCase#parse} reads
   * @throws UserError if it is something else
   */
  static LayerCase parse(String text) {
    for (LayerCase layers : all()) {
      if (layers.text().equals(text)) {
        return layers;
      }
    }
    return StackCase.parse(text);
  }
}
