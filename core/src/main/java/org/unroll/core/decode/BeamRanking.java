package org.unroll.core.decode;

/**
 * How finished hypotheses of a beam are ranked (Wu et al. 2016, section 7): the log probability
 * divided by {@code ((5 + length) / 6) ^ lengthPenalty}, the end counted, plus {@code
 * coveragePenalty} times the sum over source steps of the logarithm of the attention they got, 1 at
 * most. Immutable.
 *
 * @param lengthPenalty 0 for none; larger ones prefer longer outputs
 * @param coveragePenalty 0 for none; larger ones punish source steps that were passed over
 */
public record BeamRanking(double lengthPenalty, double coveragePenalty) {
  /** Attention that a passed-over step is taken to have got, as its logarithm must be finite. */
  private static final double LEAST = 1e-3;

  /**
   * @param length words, the end included
   * @param covered attention that each source step got from all words
   */
  public double score(double logProbability, int length, float[] covered) {
    return logProbability / Math.pow((5.0 + length) / 6.0, lengthPenalty) + coverage(covered);
  }

  private double coverage(float[] covered) {
    if (coveragePenalty == 0) {
      return 0;
    }
    double sum = 0;
    for (float each : covered) {
      // padding of the batch got nothing at all and is no step of this source
      sum += each == 0 ? 0 : Math.log(Math.max(LEAST, Math.min(1, each)));
    }
    return coveragePenalty * sum;
  }
}
