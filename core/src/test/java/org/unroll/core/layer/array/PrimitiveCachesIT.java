package org.unroll.core.layer.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Both copies of oneDNN keep a bounded number of primitives. */
class PrimitiveCachesIT {
  private static final long MIB = 1 << 20;
  private static final int SHAPES = 2000;

  /** Tests run under the bound of {@code ./unroll}; the POM's is what Maven starts with. */
  @Test
  void theCopyInsideNd4jIsBoundedByTheEnvironment() throws IOException {
    String kept = System.getenv(NativeBuild.CACHE_VARIABLE);

    assertThat(kept).isNotNull();
    assertThat(Files.readString(Path.of("../unroll")))
        .contains("export DNNL_PRIMITIVE_CACHE_CAPACITY=${DNNL_PRIMITIVE_CACHE_CAPACITY:-" + kept);
  }

  @Test
  void theCopyOfOurLayersIsBoundedByACall() {
    assumeTrue(OneDnn.obstacle().isEmpty(), "no oneDNN here");
    try (IntPointer capacity = new IntPointer(1)) {
      dnnl.dnnl_get_primitive_cache_capacity(capacity);

      assertThat(capacity.get()).isEqualTo(16);
    }
  }

  /** Without a bound these shapes keep 270 MB. */
  @Test
  void variedPicturesDoNotGrowTheProcess() {
    convolutions(0, 300);
    long before = resident();
    convolutions(300, SHAPES);

    assertThat(resident() - before).isLessThan(100 * MIB); // the Java heap grows as well
  }

  private static void convolutions(int from, int to) {
    for (int i = from; i < to; i++) { // no two alike
      int[] channels = {1 + i % 6, 8 + i / 6 % 8};
      try (var operations = new PictureOperations(DataType.FLOAT)) {
        operations.convolution(2, channels, 4 + i / 48 % 12, 4 + i / 576);
      }
    }
  }

  private static long resident() {
    System.gc();
    return Pointer.physicalBytes();
  }
}
