package org.unroll.apps.bench;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.layer.Frozen;

/**
 * What is measured of one config to say how its training would scale; {@code .ci/scale} reads it.
 *
 * @param name of the config
 * @param app that trains
 * @param parameters of the net
 * @param frozen of them never trained
 * @param updater numbers of the updater's state
 * @param addSeconds of adding two vectors as long as trained weights and updater state together
 * @param trainingExamples in an epoch
 * @param heapBytes that the opened data takes
 * @param lineBytes of an example of text, in UTF-8; 0 of other data
 * @param part of a batch's examples, of small parts of it
 * @param steps one by one
 * @param halves bytes of an update by two processes
 * @param eighths bytes of an update by eight
 */
record ScaleRow(
    String name,
    String app,
    long parameters,
    long frozen,
    long updater,
    double addSeconds,
    int trainingExamples,
    long heapBytes,
    double lineBytes,
    double part,
    List<ScaleSteps.Measured> steps,
    GroupBytes halves,
    GroupBytes eighths) {

  private static final int ADDITIONS = 20;

  /**
   * @param data what was found of the config's data
   * @param seconds that steps are measured for
   */
  static ScaleRow of(String name, RunConfig config, Task<?, ?> task, Data data, double seconds) {
    try (ScaleSteps steps = new ScaleSteps(config, task)) {
      ComputationGraph graph = steps.replicas().graph();
      long frozen = frozen(graph);
      List<ScaleSteps.Measured> measured = steps.run(seconds);
      INDArray state = graph.getUpdater().getStateViewArray();
      long updater = state == null ? 0 : state.length();
      return new ScaleRow(
          name,
          config.app(),
          graph.numParams(),
          frozen,
          updater,
          addition(graph.numParams() - frozen + updater),
          task.training().examples(),
          data.heapBytes,
          data.lineBytes,
          1.0 / ScaleSteps.PART,
          measured,
          GroupBytes.of(config, task, 2),
          GroupBytes.of(config, task, ScaleSteps.PART));
    }
  }

  /**
   * @param heapBytes that opening it took
   * @param lineBytes of an example of text
   */
  record Data(long heapBytes, double lineBytes) {}

  private static long frozen(ComputationGraph graph) {
    long frozen = 0;
    for (Layer layer : graph.getLayers()) {
      if (layer.conf().getLayer() instanceof BaseLayer configuration
          && configuration.getIUpdater() instanceof Frozen) {
        frozen += layer.numParams();
      }
    }
    return frozen;
  }

  private static double addition(long numbers) {
    INDArray sum = Nd4j.zeros(DataType.FLOAT, numbers);
    INDArray other = Nd4j.ones(DataType.FLOAT, numbers);
    double[] seconds = new double[ADDITIONS];
    for (int i = -ADDITIONS; i < ADDITIONS; i++) {
      long began = System.nanoTime();
      sum.addi(other);
      if (i >= 0) { // those before are warm-up
        seconds[i] = (System.nanoTime() - began) / 1e9;
      }
    }
    return Timing.median(seconds);
  }
}
