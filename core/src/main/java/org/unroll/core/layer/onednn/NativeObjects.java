package org.unroll.core.layer.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;

/**
 * C++ objects that are freed together. JavaCPP would free them when Java's collector finds them,
 * which knows nothing of their size. Not thread-safe.
 */
final class NativeObjects implements AutoCloseable {
  private final List<Pointer> objects = new ArrayList<>();

  /** Takes over an object, to be freed by {@link #close()}. */
  <P extends Pointer> P own(P object) {
    objects.add(object);
    return object;
  }

  /** Frees them, the last first. */
  @Override
  public void close() {
    for (int i = objects.size() - 1; i >= 0; i--) {
      objects.get(i).close();
    }
    objects.clear();
  }
}
