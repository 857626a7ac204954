package org.unroll.datasets.image;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.data.Padded;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.core.layer.image.PictureSize;

/**
 * Makes the arrays of a batch of pictures or of clips, on whichever thread asks: the prefetch
 * thread in training. Immutable and thread-safe.
 */
public final class PictureArrays {
  private final PictureFloats floats;
  private final PictureSize size;

  public PictureArrays(PictureSize size, PictureScale scale) {
    this.floats = new PictureFloats(size, scale);
    this.size = size;
  }

  public PictureSize size() {
    return size;
  }

  /**
   * @param pictures the pixels of each
   * @param views how each is seen
   * @return {@code [b, channels, height, width]}
   */
  public INDArray pictures(byte[][] pictures, PictureView[] views) {
    float[] numbers = new float[Math.multiplyExact(pictures.length, size.length())];
    for (int i = 0; i < pictures.length; i++) {
      floats.write(pictures[i], 0, views[i], numbers, i * size.length());
    }
    return Floats.array(numbers, pictures.length, size.channels(), size.height(), size.width());
  }

  /**
   * Pictures as sequences of their rows, from the top.
   *
   * @return {@code [b, channels · width, height]}, in memory {@code [height, b, channels · width]}
   */
  public INDArray rows(byte[][] pictures, PictureView[] views) {
    int width = size.width();
    int step = size.channels() * width;
    float[] numbers = new float[Math.multiplyExact(pictures.length, size.length())];
    float[] picture = new float[size.length()];
    for (int i = 0; i < pictures.length; i++) {
      floats.write(pictures[i], 0, views[i], picture, 0);
      for (int row = 0; row < size.channels() * size.height(); row++) {
        int channel = row / size.height();
        int time = row % size.height();
        int to = (time * pictures.length + i) * step + channel * width;
        System.arraycopy(picture, row * width, numbers, to, width);
      }
    }
    return sequences(numbers, size.height(), pictures.length, step);
  }

  /**
   * Clips of unequal length, padded on the right with zeros.
   *
   * @param clips the pixels of each clip, frame after frame
   * @param views how each clip is seen
   * @return {@code [b, channels · height · width, t]}, in memory with the frames outermost, and the
   *     mask {@code [b, t]}
   */
  public Padded frames(byte[][] clips, PictureView[] views) {
    int length = size.length();
    int longest = 0;
    for (byte[] clip : clips) {
      longest = Math.max(longest, clip.length / length);
    }
    int time = Padded.rounded(longest);
    float[] mask = new float[clips.length * time];
    float[] numbers = new float[Math.multiplyExact(Math.multiplyExact(clips.length, time), length)];
    for (int i = 0; i < clips.length; i++) {
      for (int t = 0; t < clips[i].length / length; t++) {
        floats.write(clips[i], t * length, views[i], numbers, (t * clips.length + i) * length);
        mask[i * time + t] = 1;
      }
    }
    return new Padded(
        sequences(numbers, time, clips.length, length), Floats.array(mask, clips.length, time));
  }

  private static INDArray sequences(float[] numbers, int time, int batch, int step) {
    return TimeMajor.sequences(Floats.array(numbers, time, batch, step));
  }
}
