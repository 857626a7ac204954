package org.unroll.core.layer.image;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.SinglePrecision;
import org.unroll.core.layer.array.Floats;

/** The sums of each channel over all pictures that count, the gradient of a bias. */
final class ChannelSums {
  private ChannelSums() {}

  /**
   * @param pictures dense {@code [r, c h w]}
   * @param sums {@code [1, c]}, overwritten
   */
  static void of(INDArray pictures, Pieces pieces, INDArray sums) {
    if (!Floats.areIn(pictures)) {
      generic(pictures, pieces, sums);
      return;
    }
    int plane = pieces.size().plane();
    double[] all = new double[pieces.size().channels()];
    FloatBuffer numbers = Floats.of(pictures);
    float[] piece = new float[pieces.length()];
    pieces.forEach(
        (at, channel, channels) -> {
          numbers.get(at, piece, 0, channels * plane);
          for (int i = 0; i < channels; i++) {
            all[channel + i] += sum(piece, i * plane, (i + 1) * plane);
          }
        });
    Floats.of(sums).put(0, SinglePrecision.of(all));
  }

  private static void generic(INDArray pictures, Pieces pieces, INDArray sums) {
    sums.assign(0);
    PictureSize size = pieces.size();
    for (int i = 0; i < pieces.rows().count(); i++) {
      INDArray picture = pictures.getRow(pieces.rows().row(i)); // [c h w]
      sums.addi(
          picture.reshape('c', size.channels(), size.plane()).sum(1).reshape(1, size.channels()));
    }
  }

  /** Four sums, since an addition waits for the one before it. */
  static float sum(float[] values, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
    }
    for (; i < to; i++) {
      a += values[i];
    }
    return a + b + (c + d);
  }
}
