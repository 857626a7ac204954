package org.unroll.core.layer.image;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;

/**
 * Batch normalisation in single precision on the CPU: each pass walks over memory once, in pieces
 * that fit the processor's nearest cache.
 */
final class FloatNormPass implements NormPass {
  private final Pieces pieces;
  private final int plane;
  private final float[] first; // what was read
  private final float[] second; // the gradient

  FloatNormPass(Pieces pieces) {
    this.pieces = pieces;
    this.plane = pieces.size().plane();
    this.first = new float[pieces.length()];
    this.second = new float[pieces.length()];
  }

  @Override
  public Moments moments(INDArray read) {
    FloatBuffer numbers = Floats.of(read);
    int channels = pieces.size().channels();
    long[] counts = new long[channels];
    double[] means = new double[channels];
    double[] squares = new double[channels];
    pieces.forEach(
        (at, channel, count) -> {
          numbers.get(at, first, 0, count * plane);
          for (int i = 0; i < count; i++) {
            double mean = ChannelSums.sum(first, i * plane, (i + 1) * plane) / (double) plane;
            double apart = mean - means[channel + i];
            long before = counts[channel + i];
            long all = before + plane;
            counts[channel + i] = all;
            means[channel + i] += apart * plane / all;
            squares[channel + i] +=
                squares(i * plane, (float) mean) + apart * apart * before * plane / all;
          }
        });
    for (int i = 0; i < channels; i++) {
      squares[i] /= Math.max(1, counts[i]);
    }
    return new Moments((long) pieces.rows().count() * plane, means, squares);
  }

  private double squares(int from, float mean) {
    float even = 0;
    float odd = 0;
    int to = from + plane;
    int i = from;
    for (; i + 1 < to; i += 2) {
      float one = first[i] - mean;
      float two = first[i + 1] - mean;
      even += one * one;
      odd += two * two;
    }
    if (i < to) {
      even += (first[i] - mean) * (first[i] - mean);
    }
    return even + odd;
  }

  @Override
  public void apply(INDArray read, ChannelScale scale, boolean rectified, INDArray output) {
    FloatBuffer source = Floats.of(read);
    FloatBuffer target = Floats.of(output);
    float least = rectified ? 0 : Float.NEGATIVE_INFINITY;
    pieces.forEach(
        (at, channel, count) -> {
          source.get(at, first, 0, count * plane);
          for (int i = 0; i < count; i++) {
            float mean = (float) scale.mean()[channel + i];
            float factor = (float) scale.scale(channel + i);
            float shift = (float) scale.shift()[channel + i];
            for (int j = i * plane; j < (i + 1) * plane; j++) {
              first[j] = Math.max((first[j] - mean) * factor + shift, least);
            }
          }
          target.put(at, first, 0, count * plane);
        });
  }

  @Override
  public Sums sums(INDArray read, INDArray delta, ChannelScale scale) {
    Sums sums = Sums.zero(pieces.size().channels());
    FloatBuffer numbers = Floats.of(read);
    FloatBuffer gradients = Floats.of(delta);
    pieces.forEach(
        (at, channel, count) -> {
          numbers.get(at, first, 0, count * plane);
          gradients.get(at, second, 0, count * plane);
          for (int i = 0; i < count; i++) {
            int from = i * plane;
            sums.plain()[channel + i] += ChannelSums.sum(second, from, from + plane);
            sums.weighted()[channel + i] += weighted(from, (float) scale.mean()[channel + i]);
          }
        });
    return sums;
  }

  private float weighted(int from, float mean) {
    float even = 0;
    float odd = 0;
    int to = from + plane;
    int i = from;
    for (; i + 1 < to; i += 2) {
      even += second[i] * (first[i] - mean);
      odd += second[i + 1] * (first[i + 1] - mean);
    }
    if (i < to) {
      even += second[i] * (first[i] - mean);
    }
    return even + odd;
  }

  @Override
  public void below(Gradients gradients, ChannelScale scale, Sums slope) {
    FloatBuffer numbers = Floats.of(gradients.read());
    FloatBuffer deltas = Floats.of(gradients.delta());
    FloatBuffer target = Floats.of(gradients.below());
    pieces.forEach(
        (at, channel, count) -> {
          numbers.get(at, first, 0, count * plane);
          deltas.get(at, second, 0, count * plane);
          for (int i = 0; i < count; i++) {
            float mean = (float) scale.mean()[channel + i];
            float factor = (float) scale.scale(channel + i);
            float plain = (float) slope.plain()[channel + i];
            float weighted = (float) slope.weighted()[channel + i];
            for (int j = i * plane; j < (i + 1) * plane; j++) {
              second[j] = factor * (second[j] - plain - weighted * (first[j] - mean));
            }
          }
          target.put(at, second, 0, count * plane);
        });
  }
}
