package org.unroll.core.layer.array;

import java.lang.ref.Reference;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Columns of a matrix of floats on the CPU, read and written in pieces of a row that the
 * processor's nearest cache holds. Not thread-safe.
 */
public final class Strip {
  /** Numbers of a piece at most. */
  public static final int PIECE = 2048;

  private final INDArray array; // held while its memory is read and written
  private final FloatBuffer numbers;
  private final int apart; // from row to row
  private final int first;
  private final float[] piece;

  /** What is done with a piece of each row. */
  @FunctionalInterface
  public interface Work {
    /**
     * @param from the first column of the piece, of the strip
     */
    void on(int row, int from, int length);
  }

  /**
   * @param array {@code [rows, n]}, each row without gaps
   * @param first the column where the strip begins
   * @param width columns
   */
  public Strip(INDArray array, long first, long width) {
    long rows = array.size(0);
    long stride = rows > 1 ? array.stride(0) : array.size(1);
    this.array = array;
    this.numbers =
        array
            .data()
            .addressPointer()
            .capacity((rows - 1) * stride + array.size(1))
            .asByteBuffer()
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    this.apart = (int) stride;
    this.first = (int) first;
    this.piece = new float[(int) Math.min(PIECE, width)];
  }

  /** All columns. */
  public Strip(INDArray array) {
    this(array, 0, array.size(1));
  }

  /** Cuts rows of some width into pieces. */
  public static void pieces(long rows, long width, Work work) {
    for (int row = 0; row < rows; row++) {
      for (int from = 0; from < width; from += PIECE) {
        work.on(row, from, (int) Math.min(PIECE, width - from));
      }
    }
  }

  /** The piece, in an array that is used again. */
  public float[] read(int row, int from, int length) {
    numbers.get(row * apart + first + from, piece, 0, length);
    Reference.reachabilityFence(array);
    return piece;
  }

  /** Puts a piece in its place. */
  public void write(float[] values, int row, int from, int length) {
    numbers.put(row * apart + first + from, values, 0, length);
    Reference.reachabilityFence(array);
  }
}
