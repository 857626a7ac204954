package org.unroll.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.RowGradient;
import org.unroll.core.layer.TokenEmbeddingLayer;
import org.unroll.core.layer.array.Floats;

/**
 * Adds the gradients of the other parts to that of the first, in their order, and gives the
 * Euclidean norm of the sum. Each thread has its share of the numbers, so the result depends on the
 * number of parts alone. Of embeddings only the rows that a part touched are added. To be used by
 * one thread.
 */
final class GradientSum {
  private final Replicas replicas;
  private final StepTimes times;
  private final List<Section> sections = new ArrayList<>();

  /**
   * A stretch of the flat gradient: numbers from one to before another, or rows of an embedding.
   */
  private sealed interface Section {
    record Numbers(int from, int to) implements Section {}

    /**
     * @param layer number of the embedding in the graph
     */
    record EmbeddingRows(int layer, RowSum sum, Numbers all) implements Section {}
  }

  GradientSum(Replicas replicas, StepTimes times) {
    this.replicas = replicas;
    this.times = times;
  }

  /**
   * @param parts of the batch, whose gradients the first replicas hold; the first holds the sum
   *     afterwards
   */
  double normOf(int parts) {
    INDArray first = replicas.graph().getFlattenedGradients(); // [1, n]
    if (parts == 1) {
      times.begin(0);
      double norm = Nd4j.getBlasWrapper().nrm2(first);
      times.lap(0, Phase.SUM);
      return norm;
    }
    List<ComputationGraph> graphs = replicas.graphs(parts);
    if (!Floats.areIn(first)) {
      graphs.subList(1, parts).forEach(graph -> first.addi(graph.getFlattenedGradients()));
      return Nd4j.getBlasWrapper().nrm2(first);
    }
    if (sections.isEmpty()) {
      findSections();
    }
    double squares = 0;
    for (double own : replicas.run(parts, (graph, part) -> timed(graphs, part))) {
      squares += own;
    }
    return Math.sqrt(squares);
  }

  private void findSections() {
    INDArray flat = replicas.graph().getFlattenedGradients();
    List<Section.EmbeddingRows> embeddings = new ArrayList<>();
    Layer[] layers = replicas.graph().getLayers(); // not in the order of their gradients
    for (int i = 0; i < layers.length; i++) {
      if (layers[i] instanceof TokenEmbeddingLayer embedding) {
        INDArray rows = embedding.rowGradient().array(); // [words, n]
        int from = (int) ((address(rows) - address(flat)) / Float.BYTES);
        Section.Numbers all = new Section.Numbers(from, from + (int) rows.length());
        embeddings.add(new Section.EmbeddingRows(i, new RowSum(rows, replicas.count()), all));
      }
    }
    embeddings.sort(Comparator.comparing(rows -> rows.all().from()));
    int done = 0;
    for (Section.EmbeddingRows rows : embeddings) {
      sections.add(new Section.Numbers(done, rows.all().from()));
      sections.add(rows);
      done = rows.all().to();
    }
    sections.add(new Section.Numbers(done, (int) flat.length()));
  }

  private static long address(INDArray array) {
    return array.data().addressPointer().address();
  }

  private double timed(List<ComputationGraph> graphs, int part) {
    times.begin(part);
    double squares = add(graphs, part);
    times.lap(part, Phase.SUM);
    return squares;
  }

  /** One thread's share. */
  private double add(List<ComputationGraph> graphs, int part) {
    NumberSum numbers = new NumberSum(graphs);
    double squares = 0; // of rows
    for (Section section : sections) {
      if (section instanceof Section.EmbeddingRows rows) {
        List<RowGradient> gradients = gradients(graphs, rows.layer());
        if (gradients.stream().allMatch(each -> each.touched().isPresent())) {
          squares += rows.sum().add(gradients, part);
        } else {
          add(numbers, rows.all(), part, graphs.size());
        }
      } else {
        add(numbers, (Section.Numbers) section, part, graphs.size());
      }
    }
    return squares + numbers.squares();
  }

  private static List<RowGradient> gradients(List<ComputationGraph> graphs, int layer) {
    List<RowGradient> gradients = new ArrayList<>();
    for (ComputationGraph graph : graphs) {
      gradients.add(((TokenEmbeddingLayer) graph.getLayers()[layer]).rowGradient());
    }
    return gradients;
  }

  private static void add(NumberSum sum, Section.Numbers all, int part, int parts) {
    int length = all.to() - all.from();
    sum.add(
        all.from() + BatchParts.begin(length, part, parts),
        all.from() + BatchParts.begin(length, part + 1, parts));
  }
}
