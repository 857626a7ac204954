package org.unroll.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.run.RunDirectory;

class RunFileTest {
  @TempDir Path root;

  @Test
  void givesOutNamedFilesWithinTheRunAlone() throws IOException {
    Path run = Files.createDirectory(root.resolve("run"));
    Path secret = Files.writeString(root.resolve("secret"), "secret");
    Files.writeString(run.resolve("config.yaml"), "app: a");
    Files.writeString(run.resolve("model.zip"), "weights");
    Files.createSymbolicLink(run.resolve("log.txt"), secret);
    Files.createSymbolicLink(run.resolve("result.json"), run.resolve("config.yaml"));
    Files.createDirectory(run.resolve("report.html"));
    RunDirectory directory = new RunDirectory(run);
    assertThat(RunFile.find(directory, "config.yaml")).isPresent();
    assertThat(RunFile.find(directory, "result.json")).as("a link within").isPresent();
    for (String name :
        new String[] {"log.txt", "model.zip", "report.html", "../secret", "metrics.jsonl", ""}) {
      assertThat(RunFile.find(directory, name)).as(name).isEmpty();
    }
  }
}
