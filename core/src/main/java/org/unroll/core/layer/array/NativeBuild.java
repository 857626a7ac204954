package org.unroll.core.layer.array;

import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The native build of ND4J that runs here. ND4J is published for each platform plain and with a
 * oneDNN inside, which its operations on pictures call; that copy is hidden from {@link OneDnn}'s.
 *
 * @param name of the platform and its extension, such as {@code linux-x86_64-onednn-avx512}
 */
public record NativeBuild(String name, boolean hasOneDnn) {
  /**
   * The environment variable that bounds how many primitives ND4J's oneDNN keeps. The library reads
   * it once and offers no function for it; without it 1024 are kept.
   */
  public static final String CACHE_VARIABLE = "DNNL_PRIMITIVE_CACHE_CAPACITY";

  /** Loads ND4J if it was not yet. */
  public static NativeBuild here() {
    Nd4j.getBackend(); // NativeOpsHolder does not load it
    NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
    Path folder = Path.of(Loader.load(operations.getClass())).getParent(); // null if not unpacked
    String name = folder == null ? Loader.getPlatform() : folder.getFileName().toString();
    return new NativeBuild(name, operations.buildInfo().contains("HAVE_ONEDNN"));
  }

  /** For people. */
  @Override
  public String toString() {
    if (!hasOneDnn) {
      return name + ", without oneDNN";
    }
    String kept = Optional.ofNullable(System.getenv(CACHE_VARIABLE)).orElse("1024");
    return name + ", oneDNN inside keeps " + kept + " primitives";
  }
}
