package org.unroll.core.graph;

import java.util.Map;
import org.unroll.core.graph.node.ConvRecurrent;
import org.unroll.core.graph.node.Shape;

/** {@link ConvRecurrent} in plain loops. */
record CellLoop(ConvRecurrent node, Shape.Frames frames) implements PlainLoop {

  private int plane() {
    return frames.height() * frames.width();
  }

  private int units() {
    return node.filters() * plane();
  }

  @Override
  public double[] output(double[] input, boolean[][] counts, Map<String, double[]> parameters) {
    int time = counts[0].length;
    double[] output = new double[counts.length * units() * time];
    for (int b = 0; b < counts.length; b++) {
      double[] hidden = new double[units()];
      double[] memory = new double[units()];
      for (int t = 0; t < time; t++) {
        if (!counts[b][t]) {
          continue;
        }
        double[] frame = new double[frames.size()];
        for (int n = 0; n < frame.length; n++) {
          frame[n] = input[(b * frame.length + n) * time + t];
        }
        step(frame, hidden, memory, parameters);
        for (int u = 0; u < hidden.length; u++) {
          output[(b * hidden.length + u) * time + t] = hidden[u];
        }
      }
    }
    return output;
  }

  /** Writes the state anew. */
  private void step(
      double[] frame, double[] hidden, double[] memory, Map<String, double[]> parameters) {
    double[] read = convolved(frame, parameters.get("W"));
    double[] recurrent = parameters.get("RW");
    double[] state = convolved(hidden, recurrent);
    for (int i = 0; i < read.length; i++) {
      read[i] += parameters.get("b")[i / plane()];
    }
    if (node.cell() == ConvRecurrent.ConvCell.CONV_LSTM) {
      for (int u = 0; u < units(); u++) {
        double in = sigmoid(read[u] + state[u]);
        double forget = sigmoid(read[u + units()] + state[u + units()]);
        double candidate = Math.tanh(read[u + 2 * units()] + state[u + 2 * units()]);
        memory[u] = forget * memory[u] + in * candidate;
        hidden[u] = sigmoid(read[u + 3 * units()] + state[u + 3 * units()]) * Math.tanh(memory[u]);
      }
      return;
    }
    double[] kept = new double[units()];
    for (int u = 0; u < units(); u++) {
      kept[u] = sigmoid(read[u + units()] + state[u + units()]) * hidden[u];
    }
    double[] again = convolved(kept, recurrent);
    for (int u = 0; u < units(); u++) {
      double update = sigmoid(read[u] + state[u]);
      double candidate = Math.tanh(read[u + 2 * units()] + again[u + 2 * units()]);
      hidden[u] = update * hidden[u] + (1 - update) * candidate;
    }
  }

  private static double sigmoid(double value) {
    return 1 / (1 + Math.exp(-value));
  }

  /**
   * @param picture {@code [c, h, w]}
   * @param weights {@code [kernel, kernel, c, gates * filters]}
   */
  private double[] convolved(double[] picture, double[] weights) {
    int channels = picture.length / plane();
    int out = weights.length / (node.kernel() * node.kernel() * channels);
    double[] result = new double[out * plane()];
    for (int i = 0; i < weights.length; i++) {
      int filter = i % out;
      int channel = i / out % channels;
      int down = i / (out * channels) / node.kernel() - (node.kernel() - 1) / 2;
      int across = i / (out * channels) % node.kernel() - (node.kernel() - 1) / 2;
      for (int y = Math.max(0, -down); y < Math.min(frames.height(), frames.height() - down); y++) {
        for (int x = Math.max(0, -across); x < frames.width() && x + across < frames.width(); x++) {
          int from = (channel * frames.height() + y + down) * frames.width() + x + across;
          int to = (filter * frames.height() + y) * frames.width() + x;
          result[to] += weights[i] * picture[from];
        }
      }
    }
    return result;
  }
}
