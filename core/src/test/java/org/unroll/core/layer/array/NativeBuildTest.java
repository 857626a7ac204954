package org.unroll.core.layer.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;

class NativeBuildTest {
  @Test
  void theNameSaysWhetherOneDnnIsInside() {
    NativeBuild build = NativeBuild.here();

    assertThat(build.name()).startsWith(Loader.getPlatform());
    assertThat(build.hasOneDnn()).isEqualTo(build.name().contains("-onednn"));
  }

  @Test
  void peopleReadWhatIsKept() {
    String kept = System.getenv(NativeBuild.CACHE_VARIABLE);

    assertThat(new NativeBuild("linux-x86_64-onednn-avx2", true))
        .hasToString("linux-x86_64-onednn-avx2, oneDNN inside keeps " + kept + " primitives");
    assertThat(new NativeBuild("linux-arm64", false)).hasToString("linux-arm64, without oneDNN");
  }
}
