package org.unroll.core.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.engine.GradientLayout.EmbeddingRows;
import org.unroll.core.engine.GradientLayout.Numbers;
import org.unroll.core.engine.GradientLayout.Section;
import org.unroll.core.layer.RowGradient;
import org.unroll.core.layer.RunningStatistics;
import org.unroll.core.parallel.ArrayWire;

/**
 * The gradient of a graph on its way to the same graph in another process, with what normalising
 * layers saw. Of embeddings only the rows that were touched are sent.
 */
final class GradientWire {
  private static final int ALL_ROWS = -1;

  private final ComputationGraph graph;
  private final GradientLayout layout;

  /**
   * @param graph that has a gradient, or gets one
   */
  GradientWire(ComputationGraph graph) {
    this.graph = graph;
    if (graph.getFlattenedGradients() == null) { // before its first step
      graph.initGradientsView();
    }
    this.layout = GradientLayout.of(graph);
  }

  void write(DataOutputStream out) throws IOException {
    INDArray flat = graph.getFlattenedGradients(); // [1, n]
    for (Section section : layout.sections()) {
      if (section instanceof EmbeddingRows rows) {
        writeRows(flat, rows, out);
      } else {
        Numbers numbers = (Numbers) section;
        ArrayWire.writeNumbers(flat, numbers.from(), numbers.to(), out);
      }
    }
    for (Layer layer : graph.getLayers()) {
      if (layer instanceof RunningStatistics statistics) {
        writeStatistics(statistics.seen(), out);
        statistics.see(new double[0]);
      }
    }
  }

  private void writeRows(INDArray flat, EmbeddingRows rows, DataOutputStream out)
      throws IOException {
    Optional<int[]> touched = rows.gradient(graph).touched();
    if (touched.isEmpty()) {
      out.writeInt(ALL_ROWS);
      ArrayWire.writeNumbers(flat, rows.all().from(), rows.all().to(), out);
      return;
    }
    int[] numbers = distinct(touched.get());
    out.writeInt(numbers.length);
    for (int number : numbers) {
      out.writeInt(number);
    }
    long size = rows.gradient(graph).array().size(1);
    for (int number : numbers) {
      long from = rows.all().from() + number * size;
      ArrayWire.writeNumbers(flat, from, from + size, out);
    }
  }

  private static int[] distinct(int[] numbers) {
    BitSet distinct = new BitSet();
    for (int number : numbers) {
      distinct.set(number);
    }
    return distinct.stream().toArray();
  }

  private static void writeStatistics(double[] seen, DataOutputStream out) throws IOException {
    out.writeInt(seen.length);
    for (double each : seen) {
      out.writeDouble(each);
    }
  }

  /** Into the graph, as if it had made that gradient itself. */
  void read(DataInputStream in) throws IOException {
    INDArray flat = graph.getFlattenedGradients(); // [1, n]
    for (Section section : layout.sections()) {
      if (section instanceof EmbeddingRows rows) {
        readRows(flat, rows, in);
      } else {
        Numbers numbers = (Numbers) section;
        ArrayWire.readNumbers(flat, numbers.from(), numbers.to(), in);
      }
    }
    for (Layer layer : graph.getLayers()) {
      if (layer instanceof RunningStatistics statistics) {
        statistics.see(readStatistics(in));
      }
    }
  }

  private void readRows(INDArray flat, EmbeddingRows rows, DataInputStream in) throws IOException {
    RowGradient gradient = rows.gradient(graph);
    int count = in.readInt();
    if (count == ALL_ROWS) {
      gradient.writeAll();
      ArrayWire.readNumbers(flat, rows.all().from(), rows.all().to(), in);
      return;
    }
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.readInt();
    }
    gradient.addTo(numbers);
    long size = gradient.array().size(1);
    for (int number : numbers) {
      long from = rows.all().from() + number * size;
      ArrayWire.readNumbers(flat, from, from + size, in);
    }
  }

  private static double[] readStatistics(DataInputStream in) throws IOException {
    double[] seen = new double[in.readInt()];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = in.readDouble();
    }
    return seen;
  }

  /** Of what was written: embeddings are added to. */
  void clearRows() {
    layout.embeddings().forEach(rows -> rows.gradient(graph).clear());
  }
}
