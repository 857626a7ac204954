package org.unroll.apps.forecast;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.data.Batch;
import org.unroll.datasets.window.WindowBatches;
import org.unroll.datasets.window.Windows;

/** The net's forecasts, all steps of the horizon at once. Not thread-safe. */
final class NetForecast implements WindowForecast {
  private static final int BATCH = 256;

  private final ComputationGraph graph;
  private final List<String> inputs;
  private final NetHead head;

  /**
   * @param inputs names of the graph's inputs, in its order
   */
  NetForecast(ComputationGraph graph, List<String> inputs, NetHead head) {
    this.graph = graph;
    this.inputs = inputs;
    this.head = head;
  }

  @Override
  public void forecast(Windows windows, Taker taker) {
    WindowBatches batches = WindowBatches.inOrder(windows, inputs, BATCH);
    for (int n = 0; n < batches.size(); n++) {
      Batch batch = batches.get(0, n);
      MultiDataSet data = batch.data();
      INDArray[] output = // [batch, targets·levels, horizon]
          graph.output(false, data.getFeatures(), data.getFeaturesMaskArrays());
      float[] flat = output[0].dup('c').data().asFloat();
      for (int row = 0; row < batch.examples().length; row++) {
        int window = batch.examples()[row];
        taker.take(window, head.restored(windows, window, rows(windows, flat, row)));
      }
    }
  }

  private float[][] rows(Windows windows, float[] flat, int row) {
    int horizon = windows.config().horizon();
    float[][] rows = new float[windows.targets() * head.levels().count()][];
    for (int i = 0; i < rows.length; i++) {
      int from = (row * rows.length + i) * horizon;
      rows[i] = Arrays.copyOfRange(flat, from, from + horizon);
    }
    return rows;
  }
}
