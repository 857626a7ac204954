package org.unroll.core.layer.array;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The rows of a dense array of floats on the CPU. A call into ND4J takes longer than the row
 * itself; these take tens of nanoseconds. Not thread-safe.
 */
public final class Rows {
  private final INDArray array; // held while its memory is read and written
  private final FloatPointer floats;
  private final BytePointer bytes;
  private final long size;

  /** The last dimension makes a row. */
  public Rows(INDArray array) {
    this.array = array;
    this.floats = new FloatPointer(array.data().addressPointer());
    this.bytes = new BytePointer(floats);
    this.size = array.size(-1);
  }

  /**
   * Copies rows of a dense matrix of any kind. Keeps both arrays until ND4J has done so: its own
   * call does not, and a view may be collected while it is read.
   *
   * @param target dense, a row for each number
   */
  public static INDArray pull(INDArray source, INDArray target, int[] numbers) {
    if (Floats.areIn(source) && Floats.areIn(target)) {
      Rows from = new Rows(source);
      Rows to = new Rows(target);
      for (int i = 0; i < numbers.length; i++) {
        to.copy(i, from, numbers[i]);
      }
    } else {
      Nd4j.pullRows(source, target, 1, numbers);
    }
    Reference.reachabilityFence(source);
    Reference.reachabilityFence(target);
    return target;
  }

  public void clear(long row) {
    Pointer.memset(at(row), 0, size * Float.BYTES);
    Reference.reachabilityFence(array);
  }

  public void copy(long row, Rows source, long sourceRow) {
    Pointer.memcpy(at(row), source.at(sourceRow), size * Float.BYTES);
    Reference.reachabilityFence(array);
    Reference.reachabilityFence(source.array);
  }

  public void add(long row, Rows source, long sourceRow) {
    float[] sum = read(row);
    float[] more = source.read(sourceRow);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
    floats.position(row * size).put(sum);
    Reference.reachabilityFence(array);
  }

  /** Whether the row has no infinity and no NaN. */
  public boolean isFinite(long row) {
    for (float value : read(row)) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private float[] read(long row) {
    float[] values = new float[(int) size];
    floats.position(row * size).get(values);
    Reference.reachabilityFence(array);
    return values;
  }

  /** JavaCPP's memset and memcpy take a position for bytes, whatever the type. */
  private BytePointer at(long row) {
    return bytes.position(row * size * Float.BYTES);
  }
}
