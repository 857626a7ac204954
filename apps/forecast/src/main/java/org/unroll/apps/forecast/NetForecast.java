package org.unroll.apps.forecast;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.data.Batch;
import org.unroll.datasets.series.Scale;
import org.unroll.datasets.series.WindowBatches;
import org.unroll.datasets.series.Windows;

/** The net's forecasts, all steps of the horizon at once. Not thread-safe. */
final class NetForecast implements WindowForecast {
  private static final int BATCH = 256;

  private final ComputationGraph graph;
  private final List<String> inputs;
  private final int levels;

  /**
   * @param inputs names of the graph's inputs, in its order
   * @param levels quantiles of the head, 1 for one number
   */
  NetForecast(ComputationGraph graph, List<String> inputs, int levels) {
    this.graph = graph;
    this.inputs = inputs;
    this.levels = levels;
  }

  @Override
  public void forecast(Windows windows, Taker taker) {
    WindowBatches batches = WindowBatches.inOrder(windows, inputs, BATCH);
    for (int n = 0; n < batches.size(); n++) {
      Batch batch = batches.get(0, n);
      MultiDataSet data = batch.data();
      INDArray[] output = // [batch, targets·levels, horizon]
          graph.output(false, data.getFeatures(), data.getFeaturesMaskArrays());
      float[] scaled = output[0].dup('c').data().asFloat();
      for (int row = 0; row < batch.examples().length; row++) {
        int window = batch.examples()[row];
        taker.take(window, restored(windows, window, scaled, row));
      }
    }
  }

  private double[][][] restored(Windows windows, int window, float[] scaled, int row) {
    int horizon = windows.config().horizon();
    double[][][] forecast = new double[windows.targets()][levels][horizon];
    int at = row * windows.targets() * levels * horizon;
    for (int target = 0; target < forecast.length; target++) {
      Scale scale = windows.scale(window, target);
      for (double[] level : forecast[target]) {
        for (int step = 0; step < horizon; step++) {
          level[step] = scale.restored(scaled[at++]);
        }
      }
    }
    return forecast;
  }
}
