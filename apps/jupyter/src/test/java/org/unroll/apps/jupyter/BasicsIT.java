package org.unroll.apps.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** The notebook that needs no app. */
class BasicsIT {
  @TempDir private Path folder;

  @Test
  void allItsCellsRun() {
    Unroll ended = Unroll.run("notebook", "../lab/recurrent-basics.md", "--out", folder.toString());

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(folder.resolve("recurrent-basics.ipynb")).isNotEmptyFile();
    assertThat(folder.resolve("recurrent-basics.html")).content().contains("<svg xmlns=");
  }
}
