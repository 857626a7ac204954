package org.unroll.apps.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;

/** The notebook of nets by hand and of the lab. */
class BasicsIT {
  @TempDir private Path folder;

  @Test
  void allItsCellsRun() {
    String checkout = "-Dunroll.home=" + Path.of("../..").toAbsolutePath().normalize();
    String[] command = {"notebook", "recurrent-basics.md", "--small", "--out", folder.toString()};
    try (UnrollProcess process = UnrollProcess.start(List.of(checkout), command)) {
      Unroll ended = process.end();
      assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
    assertThat(folder.resolve("recurrent-basics.ipynb")).isNotEmptyFile();
    assertThat(folder.resolve("recurrent-basics.html")).content().contains("<svg xmlns=");
  }
}
