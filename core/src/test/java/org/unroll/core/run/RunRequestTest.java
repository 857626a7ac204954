package org.unroll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

class RunRequestTest {
  @TempDir private Path folder;

  @Test
  void isReadAsItWasWritten() {
    RunDirectory run = new RunDirectory(folder);
    RunRequest request = new RunRequest(List.of("tiny", "train"), true, List.of(3L, -1L));
    request.write(run);

    assertThat(RunRequest.read(run)).isEqualTo(request);
  }

  @Test
  void anOldRunAskedForNothing() {
    assertThat(RunRequest.read(new RunDirectory(folder)))
        .isEqualTo(new RunRequest(List.of(), false, List.of()));
  }

  @Test
  void theTestSplitStaysAskedFor() {
    RunRequest without = new RunRequest(List.of(), false, List.of());
    RunRequest with = new RunRequest(List.of(), true, List.of());

    assertThat(without.orTest(false).test()).isFalse();
    assertThat(without.orTest(true).test()).isTrue();
    assertThat(with.orTest(false).test()).isTrue();
  }

  @Test
  void aSeedMayNotStandTwice() {
    assertThatThrownBy(() -> new RunRequest(List.of(), false, List.of(1L, 2L, 1L)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--seeds names 1 twice");
  }
}
