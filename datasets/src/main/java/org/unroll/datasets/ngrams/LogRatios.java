package org.unroll.datasets.ngrams;

/**
 * How much more often a feature stands in the texts of a class than in the others: naive Bayes as
 * weights of the inputs of another model (Wang &amp; Manning 2012, equation 2). Stateless.
 */
final class LogRatios {
  private static final double SMOOTHING = 0.5;

  private LogRatios() {}

  /**
   * @param rows the features of each text
   * @param holds whether a text is of the class
   * @param features how many there are
   * @return one for each feature; 0 of those that stand in no text
   */
  static double[] of(int[][] rows, boolean[] holds, int features) {
    double[] with = new double[features];
    double[] without = new double[features];
    for (int text = 0; text < rows.length; text++) {
      double[] counts = holds[text] ? with : without;
      for (int feature : rows[text]) {
        counts[feature]++;
      }
    }
    double[] ratios = new double[features];
    double allWith = 0;
    double allWithout = 0;
    for (int i = 0; i < features; i++) {
      if (with[i] + without[i] > 0) {
        allWith += with[i] + SMOOTHING;
        allWithout += without[i] + SMOOTHING;
        ratios[i] = Math.log((with[i] + SMOOTHING) / (without[i] + SMOOTHING));
      }
    }
    double all = Math.log(allWith / allWithout);
    for (int i = 0; i < features; i++) {
      ratios[i] -= with[i] + without[i] > 0 ? all : 0;
    }
    return ratios;
  }
}
