package org.unroll.apps.forecast;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.apps.forecast.analysis.WindowForecast;
import org.unroll.core.app.Net;
import org.unroll.core.app.Net.BatchWork;
import org.unroll.core.data.Batch;
import org.unroll.core.graph.step.StepGraph;
import org.unroll.core.graph.step.StepOutput;
import org.unroll.core.graph.step.StepState;
import org.unroll.datasets.window.WindowBatches;
import org.unroll.datasets.window.Windows;

/**
 * The forecasts of a net that reads the target one step earlier: each step gets its own point of
 * the step before. The truth that a batch holds for training is not looked at. Not thread-safe.
 */
final class RecursiveForecast implements WindowForecast {
  private static final int BATCH = 256;

  private final Net net;
  private final List<String> inputs;
  private final NetHead head;

  RecursiveForecast(Net net, List<String> inputs, NetHead head) {
    this.net = net;
    this.inputs = inputs;
    this.head = head;
  }

  @Override
  public void forecast(Windows windows, Taker taker) {
    WindowBatches batches = WindowBatches.inOrder(windows, inputs, BATCH);
    net.overBatches(
        batches,
        own -> {
          StepGraph steps = own.steps(Set.of(ForecastApp.PREVIOUS));
          return BatchWork.closing(steps::close, batch -> run(steps, batch, windows));
        },
        (batch, scaled) -> {
          for (int row = 0; row < scaled.length; row++) {
            int window = batch.examples()[row];
            taker.take(window, head.restored(windows, window, scaled[row]));
          }
        });
  }

  /**
   * @return {@code [row][target·level][step]}
   */
  private float[][][] run(StepGraph steps, Batch batch, Windows windows) {
    int horizon = windows.config().horizon();
    int rows = batch.examples().length;
    int outputs = windows.targets() * head.levels().count();
    float[][][] scaled = new float[rows][outputs][horizon];
    float[][] previous = new float[rows][windows.targets()];
    for (int row = 0; row < rows; row++) {
      for (int target = 0; target < previous[row].length; target++) {
        previous[row][target] = windows.lastKnownScaled(batch.examples()[row], target);
      }
    }
    StepState state = steps.start(batch.data());
    for (int step = 0; step < horizon; step++) {
      StepOutput output = steps.step(state, Map.of(ForecastApp.PREVIOUS, previous));
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < outputs; i++) {
          scaled[row][i][step] = output.output()[row][i];
        }
        for (int target = 0; target < previous[row].length; target++) {
          previous[row][target] = point(scaled[row], target, step);
        }
      }
      state = output.state();
    }
    return scaled;
  }

  private float point(float[][] scaled, int target, int step) {
    int first = target * head.levels().count();
    return (float) head.levels().point(level -> scaled[first + level][step]);
  }
}
