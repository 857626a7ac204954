package org.unroll.core.pretrained;

import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_RDONLY;
import static org.bytedeco.hdf5.global.hdf5.H5O_TYPE_DATASET;
import static org.bytedeco.hdf5.global.hdf5.H5O_TYPE_GROUP;

import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.DataType;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Floats;

/**
 * An HDF5 file, read through the HDF Group's library. DL4J's {@code Hdf5Archive} guesses how long a
 * text is and reads beyond its end, and fills arrays number by number. The library is not
 * thread-safe, so all that is done with any file holds one lock, and whatever it hands out is
 * closed under it: left to Java's collection, another thread would close it in the middle of a
 * reading.
 */
final class Hdf5File implements AutoCloseable {
  private static final Object LOCK = new Object();

  private final Path path;
  private final H5File file;

  static {
    hdf5.H5Eset_auto2(0, null, null); // its complaints go into exceptions, not to the terminal too
  }

  Hdf5File(Path path) {
    this.path = path;
    synchronized (LOCK) {
      try {
        this.file = new H5File(path.toAbsolutePath().toString(), H5F_ACC_RDONLY());
      } catch (RuntimeException e) { // what the C++ library threw
        throw new PretrainedException(
            path + " cannot be read (" + e.getMessage() + "): it may be cut off; copy it again", e);
      }
    }
  }

  /** A text of the file itself, however it is stored; empty if there is none. */
  Optional<String> text(String name) {
    synchronized (LOCK) {
      if (!file.attrExists(name)) {
        return Optional.empty();
      }
      try (Attribute attribute = file.openAttribute(name);
          DataType stored = attribute.getDataType();
          DataType type = new DataType(stored)) {
        return Optional.of(
            type.isVariableStr() ? variable(attribute, type) : fixed(attribute, type));
      }
    }
  }

  private static String variable(Attribute attribute, DataType type) {
    try (PointerPointer<BytePointer> text = new PointerPointer<>(1)) {
      attribute.read(type, text);
      BytePointer own = new BytePointer(text.get(0)); // the library's
      String read = string(own);
      hdf5.H5free_memory(own);
      return read;
    }
  }

  private static String fixed(Attribute attribute, DataType type) {
    int length = (int) type.getSize();
    try (BytePointer text = new BytePointer(length + 1L)) {
      text.put(length, (byte) 0);
      attribute.read(type, (Pointer) text);
      return string(text);
    }
  }

  /** Up to the byte 0: JavaCPP stops there only where it does not know how long a text is. */
  private static String string(BytePointer text) {
    byte[] bytes = text.getStringBytes();
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** All arrays below a group, by what their paths end with; empty if there is no such group. */
  Map<String, String> arrays(String group) {
    Map<String, String> found = new LinkedHashMap<>();
    synchronized (LOCK) {
      if (exists(group)) {
        collect(group, found);
      }
    }
    return found;
  }

  /** Each group on the way is asked for: the library fails on a path whose start is missing. */
  private boolean exists(String group) {
    int slash = group.lastIndexOf('/');
    return (slash < 0 || exists(group.substring(0, slash))) && file.nameExists(group);
  }

  private void collect(String path, Map<String, String> found) {
    try (Group group = file.openGroup(path)) {
      for (long i = 0; i < group.getNumObjs(); i++) {
        String name = string(group.getObjnameByIdx(i));
        int type = group.childObjType(name);
        if (type == H5O_TYPE_GROUP) {
          collect(path + "/" + name, found);
        } else if (type == H5O_TYPE_DATASET) {
          found.put(name, path + "/" + name);
        }
      }
    }
  }

  /** An array in C order, in single precision whatever the file has. */
  INDArray array(String name) {
    synchronized (LOCK) {
      try (DataSet data = file.openDataSet(name);
          DataSpace space = data.getSpace();
          DataType type = new DataType(PredType.NATIVE_FLOAT())) {
        long[] shape = new long[space.getSimpleExtentNdims()];
        space.getSimpleExtentDims(shape);
        return read(data, type, shape);
      } catch (RuntimeException e) {
        throw new PretrainedException(
            "%s: '%s' cannot be read (%s): the file may be cut off; copy it again"
                .formatted(path, name, e.getMessage()),
            e);
      }
    }
  }

  private static INDArray read(DataSet data, DataType type, long[] shape) {
    INDArray array =
        Nd4j.createUninitialized(org.nd4j.linalg.api.buffer.DataType.FLOAT, shape, 'c');
    if (Floats.areIn(array)) {
      data.read(array.data().addressPointer(), type);
      Reference.reachabilityFence(array);
      return array;
    }
    float[] numbers = new float[(int) array.length()];
    try (FloatPointer pointer = new FloatPointer(numbers.length)) {
      data.read(pointer, type);
      pointer.get(numbers);
    }
    Floats.write(numbers, array);
    return array;
  }

  @Override
  public void close() {
    synchronized (LOCK) {
      file.close();
    }
  }
}
