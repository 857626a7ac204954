package org.unroll.core.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachedRunsTest {
  @TempDir Path temporary;

  private final AttachedRuns runs = new AttachedRuns();

  private void put(String name, long changed, boolean live) throws IOException {
    Path directory = Files.createDirectories(temporary.resolve(name));
    Path metrics = Files.writeString(directory.resolve("metrics.jsonl"), "");
    Files.setLastModifiedTime(metrics, FileTime.fromMillis(changed));
    runs.put(new AttachedRun(name, directory, live, ""));
  }

  @Test
  void showsTheNewestFirstUnlessOneIsInTraining() throws IOException {
    assertThat(runs.first()).isEmpty();
    put("a/1", 5000, false);
    put("b/1", 9000, false);
    put("b/2", 7000, false);
    assertThat(runs.first()).map(AttachedRun::name).contains("b/1");
    put("a/2", 1000, true);
    assertThat(runs.first()).map(AttachedRun::name).contains("a/2");
    assertThat(runs.list())
        .extracting(AttachedRun::name)
        .containsExactly("b/2", "b/1", "a/2", "a/1");
  }
}
