package org.unroll.core.layer.array;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.factory.Nd4j;

/** Whether oneDNN can be used here, and which one it is. Thread-safe. */
public final class OneDnn {
  /** Primitives that the library itself may keep; its default of 1024 grows to gigabytes. */
  private static final int CACHED_PRIMITIVES = 16;

  private static final Optional<String> OBSTACLE = load();

  private OneDnn() {}

  /** Why it cannot be used; empty if it can. */
  public static Optional<String> obstacle() {
    return OBSTACLE;
  }

  private static Optional<String> load() {
    if (!Nd4j.getEnvironment().isCPU()) {
      return Optional.of("ND4J's backend is not the CPU");
    }
    try {
      dnnl.dnnl_set_primitive_cache_capacity(CACHED_PRIMITIVES);
      return Optional.empty();
    } catch (LinkageError missing) {
      return Optional.of("its native library cannot be loaded: " + missing.getMessage());
    }
  }

  /** For people, such as {@code 2.5.2}. */
  public static String version() {
    dnnl_version_t version = dnnl.dnnl_version();
    return version.major() + "." + version.minor() + "." + version.patch();
  }
}
