package org.unroll.core.layer.image;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What batch normalisation does with the numbers of a batch: {@code [r, c h w]}, dense. */
interface NormPass {
  Moments moments(INDArray read);

  /**
   * @param rectified whether negative results become 0
   */
  void apply(INDArray read, ChannelScale scale, boolean rectified, INDArray output);

  /** For each channel the sum of the gradient, and of it times the distance from the mean. */
  Sums sums(INDArray read, INDArray delta, ChannelScale scale);

  /**
   * The gradient by what was read: {@code scale (delta - a - b (x - mean))}.
   *
   * @param slope the a and b of each channel
   */
  void below(Gradients gradients, ChannelScale scale, Sums slope);

  /**
   * @param below to be written
   */
  record Gradients(INDArray read, INDArray delta, INDArray below) {}

  /**
   * Two numbers for each channel.
   *
   * @param plain of the gradient
   * @param weighted of the gradient times the distance from the mean
   */
  record Sums(double[] plain, double[] weighted) {
    static Sums zero(int channels) {
      return new Sums(new double[channels], new double[channels]);
    }
  }
}
