package org.unroll.apps.forecast;

import java.util.Arrays;
import java.util.List;
import org.unroll.apps.forecast.analysis.WindowForecast;
import org.unroll.core.app.Net;
import org.unroll.datasets.window.WindowBatches;
import org.unroll.datasets.window.Windows;

/** The net's forecasts, all steps of the horizon at once. Not thread-safe. */
final class NetForecast implements WindowForecast {
  private static final int BATCH = 256;

  private final Net net;
  private final List<String> inputs;
  private final NetHead head;

  /**
   * @param inputs names of the graph's inputs, in its order
   */
  NetForecast(Net net, List<String> inputs, NetHead head) {
    this.net = net;
    this.inputs = inputs;
    this.head = head;
  }

  @Override
  public void forecast(Windows windows, Taker taker) {
    net.outputs(
        WindowBatches.inOrder(windows, inputs, BATCH),
        (window, output) ->
            taker.take(window, head.restored(windows, window, rows(windows, output))));
  }

  /**
   * @param flat {@code [targets·levels · horizon]}
   */
  private float[][] rows(Windows windows, float[] flat) {
    int horizon = windows.config().horizon();
    float[][] rows = new float[windows.targets() * head.levels().count()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * horizon, (i + 1) * horizon);
    }
    return rows;
  }
}
