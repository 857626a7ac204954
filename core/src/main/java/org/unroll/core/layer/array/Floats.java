package org.unroll.core.layer.array;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The numbers of an array, to be read and written by plain loops. A call into ND4J takes some
 * microseconds, and where it uses several threads, milliseconds on a busy machine.
 */
public final class Floats {
  private static final int PIECE = 2048;

  private Floats() {}

  /** Whether {@link #of} can be used: single precision on the CPU. */
  public static boolean areIn(INDArray array) {
    return array.dataType() == DataType.FLOAT && Nd4j.getEnvironment().isCPU();
  }

  /**
   * @param array dense, in single precision, on the CPU; up to 2^29 numbers; whoever uses its
   *     memory must hold it so long, or the collector may free it
   * @return its memory, in its order
   */
  public static FloatBuffer of(INDArray array) {
    return bytes(array).asFloatBuffer();
  }

  /** As {@link #of}, the numbers as their bits. */
  public static IntBuffer bits(INDArray array) {
    return bytes(array).asIntBuffer();
  }

  private static ByteBuffer bytes(INDArray array) {
    Pointer numbers = array.data().addressPointer().capacity(array.length());
    return numbers.asByteBuffer().order(ByteOrder.nativeOrder());
  }

  /** A change of the first numbers of a piece. */
  @FunctionalInterface
  public interface PieceChange {
    void of(float[] piece, int length);
  }

  /**
   * Changes all numbers, piece by piece in the processor's nearest cache.
   *
   * @param array dense and for {@link #of}
   */
  public static void changePieces(INDArray array, PieceChange change) {
    FloatBuffer numbers = of(array);
    float[] piece = new float[PIECE];
    for (int at = 0; at < numbers.capacity(); at += PIECE) {
      int length = Math.min(PIECE, numbers.capacity() - at);
      numbers.get(at, piece, 0, length);
      change.of(piece, length);
      numbers.put(at, piece, 0, length);
    }
    Reference.reachabilityFence(array);
  }

  /**
   * Sets all numbers to 0.
   *
   * @param array without gaps
   */
  public static void clear(INDArray array) {
    if (areIn(array)) {
      Pointer.memset(array.data().addressPointer(), 0, array.length() * Float.BYTES);
      Reference.reachabilityFence(array);
    } else {
      array.assign(0);
    }
  }

  /**
   * Shows each row, in a Java array that is used again.
   *
   * @param array dense and for {@link #of}; the last dimension makes a row
   */
  public static void readRows(INDArray array, Consumer<float[]> reader) {
    FloatBuffer numbers = of(array);
    float[] row = new float[(int) array.size(-1)];
    while (numbers.hasRemaining()) {
      numbers.get(row);
      reader.accept(row);
    }
    Reference.reachabilityFence(array);
  }

  /** As {@link #readRows}, and takes what the row has become. */
  public static void changeRows(INDArray array, Consumer<float[]> change) {
    FloatBuffer target = of(array);
    readRows(
        array,
        row -> {
          change.accept(row);
          target.put(row);
        });
  }

  /** A copy of all values in C order, of any array. */
  public static float[] read(INDArray array) {
    INDArray dense = TimeMajor.isDense(array) ? array : array.dup('c');
    if (!areIn(dense)) {
      return dense.reshape(dense.length()).castTo(DataType.FLOAT).toFloatVector();
    }
    float[] values = new float[(int) dense.length()];
    of(dense).get(values);
    Reference.reachabilityFence(dense);
    return values;
  }

  /**
   * @param values as many as the array has, in C order
   * @param array in C order without gaps, to be overwritten
   */
  public static void write(float[] values, INDArray array) {
    if (areIn(array)) {
      of(array).put(values);
      Reference.reachabilityFence(array);
    } else {
      array.assign(Nd4j.createFromArray(values).reshape(array.shape()));
    }
  }

  /**
   * A new array in C order. ND4J's own ways copy number by number, which takes longer than it does
   * to make them.
   */
  public static INDArray array(float[] values, long... shape) {
    INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    write(values, array);
    return array;
  }
}
