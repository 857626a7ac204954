package org.unroll.apps.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** Data, run and answers in folders with names as users' systems have them. */
class OddNamesIT {
  @TempDir private Path folder;

  private static void assertDone(Unroll unroll) {
    assertThat(unroll.exitCode()).as(unroll.err()).isZero();
  }

  @Test
  void everyCommandWorksThere() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("données %+# 数据 😀"));
    Path file = TinyPairs.write(odd);
    Path run = odd.resolve("run 1 é%20");
    assertDone(Unroll.run(TinyPairs.train(file, run, "-s", "train.epochs=2")));
    Path out = odd.resolve("réponses %+#?.csv");
    String name = run.toString();
    assertDone(
        Unroll.run("translate", "predict", "--run", name, "--in", "" + file, "--out", "" + out));
    assertThat(out).isNotEmptyFile();
    assertDone(Unroll.run("translate", "evaluate", "--run", name, "--split", "validation"));
    assertDone(Unroll.run("translate", "report", "--run", name));
    assertThat(run.resolve("report.html")).isNotEmptyFile();
  }
}
