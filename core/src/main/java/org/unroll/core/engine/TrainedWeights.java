package org.unroll.core.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.parallel.ArrayWire;

/**
 * Where in the flat parameters of a graph that lie that training changes; frozen ones, such as
 * vectors of words learnt elsewhere, go to another process once.
 */
record TrainedWeights(List<Range> ranges) {
  /** Some in a row, at least one. */
  record Range(long from, long to) {}

  static TrainedWeights of(ComputationGraph graph) {
    List<Range> ranges = new ArrayList<>();
    long done = 0;
    for (UpdaterBlock block : graph.getUpdater().getUpdaterBlocks()) {
      if (WeightUpdate.isFrozen(block)) {
        add(ranges, done, block.getParamOffsetStart());
        done = block.getParamOffsetEnd();
      }
    }
    add(ranges, done, graph.numParams());
    return new TrainedWeights(ranges);
  }

  private static void add(List<Range> ranges, long from, long to) {
    if (to > from) {
      ranges.add(new Range(from, to));
    }
  }

  /**
   * @param parameters all of a graph, {@code [1, n]}
   */
  void write(INDArray parameters, DataOutputStream out) throws IOException {
    for (Range range : ranges) {
      ArrayWire.writeNumbers(parameters, range.from, range.to, out);
    }
  }

  void read(INDArray parameters, DataInputStream in) throws IOException {
    for (Range range : ranges) {
      ArrayWire.readNumbers(parameters, range.from, range.to, in);
    }
  }
}
