package org.unroll.core.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.parallel.ArrayWire;

/**
 * What training changes in a graph: weights, the state of their updater, and how many updates were
 * made. Of a graph itself, or a copy.
 *
 * @param parameters {@code [1, n]}
 * @param updater {@code [1, m]}, with {@code m} of 0 for plain gradient descent
 */
record WeightState(
    TrainedWeights trained, INDArray parameters, INDArray updater, int iterations, int epochs) {

  /** That of the graph, which changes with it. */
  static WeightState in(ComputationGraph graph, TrainedWeights trained) {
    INDArray updater = graph.getUpdater().getStateViewArray();
    boolean none = updater == null || updater.isEmpty();
    return new WeightState(
        trained,
        graph.params(),
        none ? Nd4j.empty() : updater,
        graph.getIterationCount(),
        graph.getEpochCount());
  }

  WeightState copy() {
    INDArray state = updater.isEmpty() ? updater : updater.dup();
    return new WeightState(trained, parameters.dup(), state, iterations, epochs);
  }

  void putInto(ComputationGraph graph) {
    WeightState target = in(graph, trained);
    target.parameters.assign(parameters);
    if (!updater.isEmpty()) {
      target.updater.assign(updater);
    }
    count(graph, iterations, epochs);
  }

  static void count(ComputationGraph graph, int iterations, int epochs) {
    graph.getConfiguration().setIterationCount(iterations);
    graph.getConfiguration().setEpochCount(epochs);
  }

  void add(WeightState other) {
    for (TrainedWeights.Range range : trained.ranges()) {
      cut(parameters, range).addi(cut(other.parameters, range));
    }
    if (!updater.isEmpty()) {
      updater.addi(other.updater);
    }
  }

  void divide(int number) {
    for (TrainedWeights.Range range : trained.ranges()) {
      cut(parameters, range).divi(number);
    }
    if (!updater.isEmpty()) {
      updater.divi(number);
    }
  }

  /**
   * Adds a multiple to the trained weights.
   *
   * @param change {@code [1, n]}
   */
  void move(INDArray change, double times) {
    for (TrainedWeights.Range range : trained.ranges()) {
      cut(parameters, range).addi(cut(change, range).mul(times));
    }
  }

  private static INDArray cut(INDArray all, TrainedWeights.Range range) {
    return all.reshape(all.length()).get(NDArrayIndex.interval(range.from(), range.to()));
  }

  void write(DataOutputStream out) throws IOException {
    trained.write(parameters, out);
    if (!updater.isEmpty()) {
      ArrayWire.writeNumbers(updater, 0, updater.length(), out);
    }
  }

  /** Into the arrays of this one. */
  void read(DataInputStream in) throws IOException {
    trained.read(parameters, in);
    if (!updater.isEmpty()) {
      ArrayWire.readNumbers(updater, 0, updater.length(), in);
    }
  }
}
