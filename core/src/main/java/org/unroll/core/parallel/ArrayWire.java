package org.unroll.core.parallel;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.TimeMajor;

/**
 * Arrays on a {@link Wire}, byte by byte as they lie in memory: both processes run on the same kind
 * of processor, and ND4J's own form goes number by number. An array arrives in the order of memory
 * that it had, since layers read sequences with the steps outermost without a copy.
 */
public final class ArrayWire {
  private ArrayWire() {}

  public static void write(INDArray array, DataOutputStream out) throws IOException {
    INDArray steps = array.rank() == 3 ? array.permute(2, 0, 1) : array;
    boolean timeMajor = array.rank() == 3 && TimeMajor.isDense(steps);
    INDArray dense = timeMajor ? steps : TimeMajor.isDense(array) ? array : array.dup('c');
    out.writeUTF(dense.dataType().name());
    out.writeBoolean(timeMajor);
    out.writeInt(dense.rank());
    for (long size : dense.shape()) {
      out.writeLong(size);
    }
    writeNumbers(dense, 0, dense.length(), out);
  }

  public static INDArray read(DataInputStream in) throws IOException {
    DataType type = DataType.valueOf(in.readUTF());
    boolean timeMajor = in.readBoolean();
    long[] shape = new long[in.readInt()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = in.readLong();
    }
    INDArray array = Nd4j.createUninitialized(type, shape, 'c');
    readNumbers(array, 0, array.length(), in);
    return timeMajor ? TimeMajor.sequences(array) : array;
  }

  /**
   * Some of an array's numbers, without its shape.
   *
   * @param dense without gaps
   * @param to the number after the last
   */
  public static void writeNumbers(INDArray dense, long from, long to, DataOutputStream out)
      throws IOException {
    ByteBuffer bytes = bytes(dense, from, to);
    byte[] piece = new byte[Math.min(Wire.BUFFER, bytes.remaining())];
    while (bytes.hasRemaining()) {
      int length = Math.min(piece.length, bytes.remaining());
      bytes.get(piece, 0, length);
      out.write(piece, 0, length);
    }
    Reference.reachabilityFence(dense);
  }

  /** Puts what {@link #writeNumbers} wrote into an array of the same type. */
  public static void readNumbers(INDArray dense, long from, long to, DataInput in)
      throws IOException {
    ByteBuffer bytes = bytes(dense, from, to);
    byte[] piece = new byte[Math.min(Wire.BUFFER, bytes.remaining())];
    while (bytes.hasRemaining()) {
      int length = Math.min(piece.length, bytes.remaining());
      in.readFully(piece, 0, length);
      bytes.put(piece, 0, length);
    }
    Reference.reachabilityFence(dense);
  }

  private static ByteBuffer bytes(INDArray dense, long from, long to) {
    int size = dense.dataType().width();
    BytePointer all = new BytePointer(dense.data().addressPointer());
    return all.position(from * size).limit(to * size).asByteBuffer();
  }

  public static void write(Map<String, INDArray> arrays, DataOutputStream out) throws IOException {
    out.writeInt(arrays.size());
    for (Map.Entry<String, INDArray> each : arrays.entrySet()) {
      out.writeUTF(each.getKey());
      write(each.getValue(), out);
    }
  }

  public static Map<String, INDArray> readMap(DataInputStream in) throws IOException {
    Map<String, INDArray> arrays = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      arrays.put(name, read(in));
    }
    return arrays;
  }

  /** Features, labels and masks; what a batch lacks is not there afterwards either. */
  public static void write(MultiDataSet batch, DataOutputStream out) throws IOException {
    write(batch.getFeatures(), out);
    write(batch.getLabels(), out);
    write(batch.getFeaturesMaskArrays(), out);
    write(batch.getLabelsMaskArrays(), out);
  }

  public static MultiDataSet readBatch(DataInputStream in) throws IOException {
    return new org.nd4j.linalg.dataset.MultiDataSet(
        readSome(in), readSome(in), readSome(in), readSome(in));
  }

  private static void write(INDArray[] arrays, DataOutputStream out) throws IOException {
    out.writeInt(arrays == null ? -1 : arrays.length);
    for (int i = 0; arrays != null && i < arrays.length; i++) {
      out.writeBoolean(arrays[i] != null);
      if (arrays[i] != null) {
        write(arrays[i], out);
      }
    }
  }

  private static INDArray[] readSome(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0) {
      return null; // as DL4J has it where there are no masks
    }
    INDArray[] arrays = new INDArray[count];
    for (int i = 0; i < count; i++) {
      arrays[i] = in.readBoolean() ? read(in) : null;
    }
    return arrays;
  }
}
