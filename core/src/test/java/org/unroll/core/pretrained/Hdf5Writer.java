package org.unroll.core.pretrained;

import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_TRUNC;
import static org.bytedeco.hdf5.global.hdf5.H5S_SCALAR;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.DataType;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Writes small HDF5 files, for tests. */
final class Hdf5Writer implements AutoCloseable {
  private static final long VARIABLE = -1; // H5T_VARIABLE

  private final H5File file;

  Hdf5Writer(Path path) {
    this.file = new H5File(path.toString(), H5F_ACC_TRUNC());
  }

  /** A text of any length, as h5py writes bytes. */
  void text(String name, String value) {
    try (StrType type = new StrType(PredType.C_S1(), VARIABLE);
        DataSpace scalar = new DataSpace(H5S_SCALAR);
        Attribute attribute = file.createAttribute(name, type, scalar);
        BytePointer bytes = new BytePointer(value, StandardCharsets.UTF_8);
        PointerPointer<BytePointer> pointer = new PointerPointer<>(1)) {
      attribute.write(type, pointer.put(0, bytes));
    }
  }

  /** A text with its length in its type, as h5py writes NumPy's. */
  void fixedText(String name, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    try (StrType type = new StrType(PredType.C_S1(), bytes.length);
        DataSpace scalar = new DataSpace(H5S_SCALAR);
        Attribute attribute = file.createAttribute(name, type, scalar);
        BytePointer pointer = new BytePointer(bytes)) {
      attribute.write(type, (Pointer) pointer);
    }
  }

  /** A group, whose parents exist. */
  void group(String path) {
    if (!file.nameExists(path)) {
      file.createGroup(path).close();
    }
  }

  /** An array in C order in an existing group. */
  void array(String path, float[] values, long... shape) {
    try (DataType type = new DataType(PredType.NATIVE_FLOAT());
        DataSpace space = new DataSpace(shape.length, shape);
        DataSet data = file.createDataSet(path, type, space);
        FloatPointer numbers = new FloatPointer(values)) {
      data.write(numbers, type);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
