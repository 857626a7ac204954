package org.unroll.datasets.ngrams;

/**
 * The log odds of a class as a sum over the features of a text. Immutable.
 *
 * @param weights one for each feature; not to be changed
 */
record LinearModel(float[] weights, double bias) {
  double logOdds(int[] row) {
    double sum = bias;
    for (int feature : row) {
      sum += weights[feature];
    }
    return sum;
  }
}
