package org.unroll.core.layer.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Two runtimes in one process would each keep threads of their own, and a limit reach one. */
class OpenMpTest {
  private static final Path MAPS = Path.of("/proc/self/maps");
  private static final Pattern RUNTIME = Pattern.compile("/\\S*/lib(gomp|iomp5|omp)\\b\\S*");

  @Test
  void oneRuntimeServesNd4jAndBothCopiesOfOneDnn() throws IOException {
    assumeTrue(Files.isReadable(MAPS), "only Linux tells which libraries are loaded");
    assertThat(OneDnn.obstacle()).isEmpty();
    try (var operations = new PictureOperations(DataType.FLOAT)) {
      operations.convolution(1, new int[] {2, 3}, 4, 4);
    }
    String maps = Files.readString(MAPS);

    assertThat(maps).contains("/libnd4jcpu.so", "/libdnnl.so");
    Set<String> runtimes =
        RUNTIME.matcher(maps).results().map(MatchResult::group).collect(Collectors.toSet());
    assertThat(runtimes).hasSize(1);
  }
}
