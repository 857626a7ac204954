package org.unroll.core.layer.image;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;

/** Pooling and its gradients, channel by channel, in single precision on the CPU. */
final class WindowPass {
  private final Reach down;
  private final Reach across;
  private final int plane; // numbers of a channel that is read
  private final int windows; // of a channel
  private final int channels;
  private final float[] read;
  private final float[] pooled;

  WindowPass(Window window, PictureSize size) {
    this.down = new Reach(window.down(), size.height());
    this.across = new Reach(window.across(), size.width());
    this.plane = size.plane();
    this.windows = down.windows() * across.windows();
    this.channels = size.channels();
    this.read = new float[plane];
    this.pooled = new float[windows];
  }

  /** What is done with a channel. */
  @FunctionalInterface
  private interface ChannelWork {
    /**
     * @param number of the channel among all that count
     * @param in its first number in {@code [r, c h w]}
     * @param out the same in {@code [r, c h' w']}
     */
    void on(int number, int in, int out);
  }

  private void forEach(CountedRows rows, ChannelWork work) {
    for (int i = 0; i < rows.count(); i++) {
      for (int channel = 0; channel < channels; channel++) {
        int place = rows.row(i) * channels + channel;
        work.on(i * channels + channel, place * plane, place * windows);
      }
    }
  }

  /**
   * @param used an array to be used again if it is large enough
   * @return the place in its channel of each largest value
   */
  int[] largest(CountedRows rows, INDArray source, INDArray target, int[] used) {
    int count = rows.count() * channels * windows;
    int[] winners = used.length == count ? used : new int[count];
    FloatBuffer from = Floats.of(source);
    FloatBuffer to = Floats.of(target);
    boolean pairs = isInPairs();
    forEach(
        rows,
        (number, in, out) -> {
          from.get(in, read);
          if (pairs) {
            largestOfFour(winners, number * windows);
          } else {
            largest(winners, number * windows);
          }
          to.put(out, pooled);
        });
    return winners;
  }

  /** The same when nobody asks where the largest values are. */
  void largest(CountedRows rows, INDArray source, INDArray target) {
    if (!isInPairs()) {
      largest(rows, source, target, new int[0]);
      return;
    }
    FloatBuffer from = Floats.of(source);
    FloatBuffer to = Floats.of(target);
    forEach(
        rows,
        (number, in, out) -> {
          from.get(in, read);
          largestOfFour();
          to.put(out, pooled);
        });
  }

  private void largestOfFour() {
    int width = across.size();
    int next = 0;
    for (int y = 0; y < down.windows(); y++) {
      int above = 2 * y * width;
      for (int x = 0; x < width; x++) { // vector instructions
        read[above + x] = Math.max(read[above + x], read[above + width + x]);
      }
      for (int x = 0; x < across.windows(); x++) {
        pooled[next++] = Math.max(read[above + 2 * x], read[above + 2 * x + 1]);
      }
    }
  }

  /** Whether windows are two by two and do not overlap, as they mostly are. */
  private boolean isInPairs() {
    return down.isInPairs() && across.isInPairs();
  }

  /**
   * Without branches, which a processor cannot foresee here: a difference below 0 has the sign bit
   * 1. Of equals the first wins.
   */
  private void largestOfFour(int[] winners, int first) {
    int width = across.size();
    int next = 0;
    for (int y = 0; y < down.windows(); y++) {
      int at = 2 * y * width;
      for (int x = 0; x < across.windows(); x++, at += 2) {
        float left = read[at];
        float right = read[at + 1];
        float belowLeft = read[at + width];
        float belowRight = read[at + width + 1];
        float above = Math.max(left, right);
        float below = Math.max(belowLeft, belowRight);
        int aboveRight = isNegative(left - right);
        int belowFurther = isNegative(belowLeft - belowRight) - aboveRight;
        int lower = isNegative(above - below);
        pooled[next] = Math.max(above, below);
        winners[first + next++] = at + aboveRight + lower * (width + belowFurther);
      }
    }
  }

  private static int isNegative(float difference) {
    return Float.floatToRawIntBits(difference) >>> 31;
  }

  private void largest(int[] winners, int first) {
    int next = 0;
    for (int y = 0; y < down.windows(); y++) {
      for (int x = 0; x < across.windows(); x++) {
        int winner = largest(y, x);
        pooled[next] = read[winner];
        winners[first + next++] = winner;
      }
    }
  }

  private int largest(int windowDown, int windowAcross) {
    int winner = down.from(windowDown) * across.size() + across.from(windowAcross);
    for (int y = down.from(windowDown); y < down.to(windowDown); y += down.step()) {
      int row = y * across.size();
      for (int x = across.from(windowAcross); x < across.to(windowAcross); x += across.step()) {
        winner = read[row + x] > read[winner] ? row + x : winner;
      }
    }
    return winner;
  }

  /**
   * @param winners as {@link #largest} gave them
   */
  void toWinners(CountedRows rows, INDArray source, INDArray target, int[] winners) {
    FloatBuffer from = Floats.of(source);
    FloatBuffer to = Floats.of(target);
    forEach(
        rows,
        (number, in, out) -> {
          from.get(out, pooled);
          Arrays.fill(read, 0);
          int first = number * windows;
          for (int i = 0; i < windows; i++) {
            read[winners[first + i]] += pooled[i];
          }
          to.put(in, read);
        });
  }

  void mean(CountedRows rows, INDArray source, INDArray target) {
    FloatBuffer from = Floats.of(source);
    FloatBuffer to = Floats.of(target);
    forEach(
        rows,
        (number, in, out) -> {
          from.get(in, read);
          int next = 0;
          for (int y = 0; y < down.windows(); y++) {
            for (int x = 0; x < across.windows(); x++) {
              pooled[next++] = sum(y, x) / (down.count(y) * across.count(x));
            }
          }
          to.put(out, pooled);
        });
  }

  private float sum(int windowDown, int windowAcross) {
    float sum = 0;
    for (int y = down.from(windowDown); y < down.to(windowDown); y += down.step()) {
      int row = y * across.size();
      for (int x = across.from(windowAcross); x < across.to(windowAcross); x += across.step()) {
        sum += read[row + x];
      }
    }
    return sum;
  }

  /** The gradient of a mean: to each value that counted its share. */
  void spread(CountedRows rows, INDArray source, INDArray target) {
    FloatBuffer from = Floats.of(source);
    FloatBuffer to = Floats.of(target);
    forEach(
        rows,
        (number, in, out) -> {
          from.get(out, pooled);
          Arrays.fill(read, 0);
          int next = 0;
          for (int y = 0; y < down.windows(); y++) {
            for (int x = 0; x < across.windows(); x++) {
              add(y, x, pooled[next++] / (down.count(y) * across.count(x)));
            }
          }
          to.put(in, read);
        });
  }

  private void add(int windowDown, int windowAcross, float share) {
    for (int y = down.from(windowDown); y < down.to(windowDown); y += down.step()) {
      int row = y * across.size();
      for (int x = across.from(windowAcross); x < across.to(windowAcross); x += across.step()) {
        read[row + x] += share;
      }
    }
  }
}
