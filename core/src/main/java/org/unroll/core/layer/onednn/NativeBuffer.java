package org.unroll.core.layer.onednn;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Native memory that grows; what was in it is lost then. Not thread-safe. */
final class NativeBuffer implements AutoCloseable {
  /** Of a cache line and of an AVX-512 register. */
  private static final long ALIGNMENT = 64;

  private BytePointer bytes = new BytePointer((Pointer) null);
  private long size;

  /** The buffer's beginning, aligned, with at least so many bytes. */
  Pointer atLeast(long wanted) {
    if (wanted > size) {
      bytes.close();
      bytes = new BytePointer(wanted + ALIGNMENT);
      size = wanted;
    }
    long past = bytes.address() % ALIGNMENT;
    return past == 0 ? new Pointer(bytes) : bytes.getPointer(ALIGNMENT - past);
  }

  @Override
  public void close() {
    bytes.close();
    bytes = new BytePointer((Pointer) null);
    size = 0;
  }
}
