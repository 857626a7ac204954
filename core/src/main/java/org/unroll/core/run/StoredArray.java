package org.unroll.core.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An array of single precision as {@code Nd4j.write} writes it: two buffers, one that describes it
 * (rank, shape, strides, flags, element stride, order) and its numbers, each after the kind of its
 * memory, its length and its type. ND4J's own reader takes room for whatever length it reads, and
 * believes any stride.
 */
final class StoredArray {
  private static final Set<String> MEMORY = Set.of("MIXED_DATA_TYPES", "LONG_SHAPE");
  private static final int MOST_RANK = 32;
  private static final int CHUNK = 1 << 16;

  private final String name;
  private final DataInputStream in;
  private final long bytes;

  /**
   * @param bytes of the entry
   */
  StoredArray(String name, InputStream in, long bytes) {
    this.name = name;
    this.in = new DataInputStream(new BufferedInputStream(in, CHUNK));
    this.bytes = bytes;
  }

  private record Description(long[] shape, long[] strides, char order) {
    /** Numbers, by its shape. */
    long length() {
      long length = 1;
      for (long each : shape) {
        length = Math.multiplyExact(length, each);
      }
      return length;
    }

    /** Place of its last number. */
    long last() {
      long last = 0;
      for (int i = 0; i < shape.length; i++) {
        last = Math.addExact(last, Math.multiplyExact(shape[i] - 1, strides[i]));
      }
      return last;
    }
  }

  /**
   * @param expected numbers of a vector; empty of an array of any shape
   */
  INDArray read(Optional<Long> expected) throws IOException {
    try {
      Description array = description();
      if (expected.isPresent() && (array.length() != expected.get() || !isVector(array))) {
        throw new DamagedEntry(
            name, "holds %,d numbers; its graph has %,d".formatted(array.length(), expected.get()));
      }
      float[] numbers = numbers(array);
      return Nd4j.create(numbers, array.shape, array.strides, array.order, DataType.FLOAT);
    } catch (EOFException | UTFDataFormatException | ArithmeticException e) {
      throw new DamagedEntry(name, "is no array", e);
    }
  }

  private static boolean isVector(Description array) {
    return array.shape.length == 1 || array.shape.length == 2 && array.shape[0] == 1;
  }

  private Description description() throws IOException {
    long length = buffer("LONG");
    require(length >= 4 && length <= 2 * MOST_RANK + 4);
    long rank = in.readLong();
    require(2 * rank + 4 == length);
    long[] shape = longs((int) rank);
    long[] strides = longs((int) rank);
    in.readLong(); // flags: the type, which stands before the numbers too
    in.readLong(); // stride from number to number, which follows
    long order = in.readLong();
    require(order == 'c' || order == 'f');
    return new Description(shape, strides, (char) order);
  }

  private long[] longs(int count) throws IOException {
    long[] longs = new long[count];
    for (int i = 0; i < count; i++) {
      longs[i] = in.readLong();
      require(longs[i] >= 0);
    }
    return longs;
  }

  /** What stands before a buffer. */
  private long buffer(String type) throws IOException {
    require(MEMORY.contains(in.readUTF()));
    long length = in.readLong();
    require(in.readUTF().equals(type));
    return length;
  }

  private float[] numbers(Description array) throws IOException {
    long length = buffer("FLOAT");
    require(length >= 0 && length <= bytes / Float.BYTES && length <= Integer.MAX_VALUE - 8);
    require(array.length() > 0 && array.length() <= length && array.last() < length);
    float[] numbers = new float[(int) length];
    byte[] chunk = new byte[CHUNK];
    for (int from = 0; from < numbers.length; from += CHUNK / Float.BYTES) {
      int count = Math.min(CHUNK / Float.BYTES, numbers.length - from);
      in.readFully(chunk, 0, count * Float.BYTES);
      ByteBuffer.wrap(chunk).asFloatBuffer().get(numbers, from, count); // big-endian, as written
    }
    require(in.read() == -1);
    return numbers;
  }

  private void require(boolean asWritten) throws IOException {
    if (!asWritten) {
      throw new DamagedEntry(name, "is no array");
    }
  }
}
