package org.unroll.core.graph;

import java.util.Map;
import java.util.Optional;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Conv1d;

/**
 * {@link Conv1d} in plain loops: identity or tanh, {@code [b, n, t]} to {@code [b, filters, t]}.
 */
record TimeLoop(Conv1d node, int size) implements PlainLoop {

  @Override
  public double[] output(double[] input, boolean[][] counts, Map<String, double[]> parameters) {
    int time = counts[0].length;
    double[] output = new double[counts.length * node.filters() * time];
    for (int b = 0; b < counts.length; b++) {
      for (int filter = 0; filter < node.filters(); filter++) {
        for (int t = 0; t < time; t++) {
          double sum = parameters.get("b")[filter];
          for (int tap = 0; tap < node.kernel(); tap++) {
            int from = t + offset(tap);
            for (int n = 0; n < size && from >= 0 && from < time && counts[b][from]; n++) {
              double weight = parameters.get("W")[(tap * size + n) * node.filters() + filter];
              sum += weight * input[(b * size + n) * time + from];
            }
          }
          if (counts[b][t]) {
            output[(b * node.filters() + filter) * time + t] = activated(sum);
          }
        }
      }
    }
    return output;
  }

  private int offset(int tap) {
    int reach = (node.kernel() - 1) * node.dilation();
    return tap * node.dilation() - (node.causal() ? reach : reach / 2);
  }

  private double activated(double sum) {
    return node.options().activation().equals(Optional.of(Activation.TANH)) ? Math.tanh(sum) : sum;
  }
}
