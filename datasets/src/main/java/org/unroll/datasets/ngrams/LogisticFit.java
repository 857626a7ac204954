package org.unroll.datasets.ngrams;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;

/**
 * Logistic regressions of a class against the rest, by liblinear (Fan et al. 2008), on features
 * that are weighted by their {@link LogRatios}: half the sum of the squared weights and {@code
 * cost} times the sum of the log-losses is made least. Its trust-region Newton method draws
 * nothing, so equal texts give equal weights. Not thread-safe.
 */
final class LogisticFit {
  private static final double TOLERANCE = 0.01; // liblinear's own

  static {
    Linear.disableDebugOutput(); // it would print every step
  }

  private final int[][] rows;
  private final FeatureNode[] nodes; // one for each feature, which all texts share, and the bias
  private final Problem problem = new Problem();

  /**
   * @param rows the features of each text, ascending
   * @param features how many there are
   */
  LogisticFit(int[][] rows, int features) {
    this.rows = rows;
    this.nodes = new FeatureNode[features + 1];
    Arrays.setAll(nodes, i -> new FeatureNode(i + 1, 1));
    problem.l = rows.length;
    problem.n = nodes.length;
    problem.bias = 1;
    problem.y = new double[rows.length];
    problem.x = new Feature[rows.length][];
    for (int text = 0; text < rows.length; text++) {
      Feature[] all = new Feature[rows[text].length + 1];
      for (int i = 0; i < rows[text].length; i++) {
        all[i] = nodes[rows[text][i]];
      }
      all[rows[text].length] = nodes[features];
      problem.x[text] = all;
    }
  }

  /**
   * The model of a class.
   *
   * @param holds whether each text is of it
   */
  LinearModel of(boolean[] holds, double cost) {
    int with = 0;
    for (int text = 0; text < holds.length; text++) {
      with += holds[text] ? 1 : 0;
      problem.y[text] = holds[text] ? 1 : -1;
    }
    float[] weights = new float[nodes.length - 1];
    if (with == 0 || with == holds.length) { // nothing tells texts with it from those without
      return new LinearModel(weights, Math.log((with + 0.5) / (holds.length - with + 0.5)));
    }
    double[] ratios = LogRatios.of(rows, holds, weights.length);
    for (int feature = 0; feature < ratios.length; feature++) {
      nodes[feature].setValue(ratios[feature]);
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR, cost, TOLERANCE);
    parameter.setRegularizeBias(false);
    double[] fitted = Linear.train(problem, parameter).getFeatureWeights();
    for (int feature = 0; feature < ratios.length; feature++) {
      weights[feature] = (float) (fitted[feature] * ratios[feature]);
    }
    return new LinearModel(weights, fitted[ratios.length]);
  }
}
