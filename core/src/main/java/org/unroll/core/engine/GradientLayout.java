package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.RowGradient;
import org.unroll.core.layer.TokenEmbeddingLayer;

/**
 * What the flat gradient of a graph is made of: gradients of embeddings, of which a batch touches
 * some rows alone, and numbers between them. In single precision, on the CPU.
 */
record GradientLayout(List<Section> sections) {

  /** A stretch of the flat gradient. */
  sealed interface Section {}

  /** Those from one to before another. */
  record Numbers(int from, int to) implements Section {}

  /**
   * @param layer number of the embedding in the graph
   */
  record EmbeddingRows(int layer, Numbers all) implements Section {
    RowGradient gradient(ComputationGraph graph) {
      return ((TokenEmbeddingLayer) graph.getLayers()[layer]).rowGradient();
    }
  }

  /**
   * @param graph with a gradient
   */
  static GradientLayout of(ComputationGraph graph) {
    INDArray flat = graph.getFlattenedGradients();
    List<Section> sections = new ArrayList<>();
    int done = 0;
    for (EmbeddingRows rows : embeddings(graph, flat)) {
      sections.add(new Numbers(done, rows.all().from()));
      sections.add(rows);
      done = rows.all().to();
    }
    sections.add(new Numbers(done, (int) flat.length()));
    return new GradientLayout(sections);
  }

  private static List<EmbeddingRows> embeddings(ComputationGraph graph, INDArray flat) {
    List<EmbeddingRows> embeddings = new ArrayList<>();
    Layer[] layers = graph.getLayers(); // not in the order of their gradients
    for (int i = 0; i < layers.length; i++) {
      if (layers[i] instanceof TokenEmbeddingLayer embedding) {
        INDArray rows = embedding.rowGradient().array(); // [words, n]
        int from = (int) ((address(rows) - address(flat)) / Float.BYTES);
        embeddings.add(new EmbeddingRows(i, new Numbers(from, from + (int) rows.length())));
      }
    }
    embeddings.sort(Comparator.comparing(rows -> rows.all().from()));
    return embeddings;
  }

  private static long address(INDArray array) {
    return array.data().addressPointer().address();
  }

  List<EmbeddingRows> embeddings() {
    return sections.stream()
        .filter(EmbeddingRows.class::isInstance)
        .map(EmbeddingRows.class::cast)
        .toList();
  }
}
