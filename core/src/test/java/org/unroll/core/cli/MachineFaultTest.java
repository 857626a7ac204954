package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;

class MachineFaultTest {
  @Test
  void outOfHeapNamesTheConfigAndTheHeapSetting() {
    assertThat(message(new IllegalStateException(new OutOfMemoryError("Java heap space"))))
        .contains("Java heap space", "data.batch", "data.max-length", "-Xmx", ".mvn/java.args")
        .doesNotContain("maxphysicalbytes");
  }

  @Test
  void outOfNativeMemoryNamesItsOwnSetting() {
    String said = "Physical memory usage is too high: physicalBytes (13G) > maxPhysicalBytes (12G)";

    assertThat(message(new OutOfMemoryError(said)))
        .contains(said, "data.batch", "-Dorg.bytedeco.javacpp.maxphysicalbytes")
        .doesNotContain("-Xmx");
  }

  @Test
  void aFullDiskIsNoBugWhoeverFindsIt() {
    assertThat(message(new UncheckedIOException(new IOException("No space left on device"))))
        .contains("the disk is full");
    assertThat(message(new UncheckedIOException(new AccessDeniedException("/secret"))))
        .contains("/secret", "permission");
  }

  @Test
  void bugsAndUserErrorsAreNotRenamed() {
    assertThat(MachineFault.of(new IllegalStateException("a bug"))).isEmpty();
    assertThat(MachineFault.of(new UncheckedIOException(new IOException("odd bytes")))).isEmpty();
    assertThat(MachineFault.of(new UserError("wrong", new IOException("disk quota exceeded"))))
        .isEmpty();
  }

  private static String message(Throwable thrown) {
    return MachineFault.of(thrown).orElseThrow().getMessage();
  }
}
