package org.unroll.core.layer.image;

/**
 * What a normalisation does with each channel: {@code (x - mean) scale + shift}.
 *
 * @param inverse one by the standard deviation
 */
record ChannelScale(double[] mean, double[] inverse, double[] gamma, double[] shift) {
  /** Keeps a channel that never changes from being divided by 0 (Ioffe &amp; Szegedy 2015). */
  static final double EPSILON = 1e-5;

  static ChannelScale of(Moments moments, double[] gamma, double[] beta, double epsilon) {
    double[] inverse = new double[gamma.length];
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = 1 / Math.sqrt(moments.variance()[i] + epsilon);
    }
    return new ChannelScale(moments.mean(), inverse, gamma, beta);
  }

  double scale(int channel) {
    return gamma[channel] * inverse[channel];
  }
}
