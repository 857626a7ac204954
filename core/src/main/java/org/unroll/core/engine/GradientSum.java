package org.unroll.core.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.engine.GradientLayout.EmbeddingRows;
import org.unroll.core.engine.GradientLayout.Numbers;
import org.unroll.core.engine.GradientLayout.Section;
import org.unroll.core.layer.RowGradient;
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
  private final Map<Integer, RowSum> rowSums = new HashMap<>(); // by layer
  private Optional<GradientLayout> layout = Optional.empty(); // once there is a gradient

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
    if (layout.isEmpty()) {
      layout = Optional.of(GradientLayout.of(replicas.graph()));
      layout.get().embeddings().forEach(this::prepare);
    }
    double squares = 0;
    for (double own : replicas.run(parts, (graph, part) -> timed(graphs, part))) {
      squares += own;
    }
    return Math.sqrt(squares);
  }

  private void prepare(EmbeddingRows rows) {
    INDArray gradient = rows.gradient(replicas.graph()).array(); // [words, n]
    rowSums.put(rows.layer(), new RowSum(gradient, replicas.count()));
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
    for (Section section : layout.orElseThrow().sections()) {
      if (section instanceof EmbeddingRows rows) {
        List<RowGradient> gradients = graphs.stream().map(rows::gradient).toList();
        if (gradients.stream().allMatch(each -> each.touched().isPresent())) {
          squares += rowSums.get(rows.layer()).add(gradients, part);
        } else {
          add(numbers, rows.all(), part, graphs.size());
        }
      } else {
        add(numbers, (Numbers) section, part, graphs.size());
      }
    }
    return squares + numbers.squares();
  }

  private static void add(NumberSum sum, Numbers all, int part, int parts) {
    int length = all.to() - all.from();
    sum.add(
        all.from() + BatchParts.begin(length, part, parts),
        all.from() + BatchParts.begin(length, part + 1, parts));
  }
}
