package org.unroll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

/** That another process is kept out is tested in {@code FaultsIT}. */
class RunLockTest {
  @TempDir private Path folder;

  @Test
  void isHeldWhileTheWorkLastsAndFreeAfterwards() {
    RunDirectory run = new RunDirectory(folder);
    String pid = "pid " + ProcessHandle.current().pid();

    String said =
        RunLock.during(
            run,
            () -> {
              assertThat(folder.resolve("lock")).hasContent(pid);
              assertThatThrownBy(() -> RunLock.during(run, () -> "two"))
                  .isInstanceOf(UserError.class)
                  .hasMessageContaining("(" + pid + ") is training in " + folder);
              return "one";
            });

    assertThat(said).isEqualTo("one");
    assertThat(RunLock.<String>during(run, () -> "three")).isEqualTo("three");
  }

  @Test
  void isFreedWhenTheWorkFails() {
    RunDirectory run = new RunDirectory(folder);

    assertThatThrownBy(
            () ->
                RunLock.during(
                    run,
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(RunLock.<String>during(run, () -> "free")).isEqualTo("free");
  }

  @Test
  void aDirectoryThatIsGoneIsAMessage() {
    RunDirectory run = new RunDirectory(folder.resolve("gone"));

    assertThatThrownBy(() -> RunLock.during(run, () -> "x"))
        .isInstanceOf(UnwritableFile.class)
        .hasMessageContaining("there is no such folder");
  }
}
