package org.unroll.apps.forecast;

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
    Path file = TinyLoad.write(odd);
    Path run = odd.resolve("run 1 é%20");
    assertDone(Unroll.run(TinyLoad.train(run, TinyLoad.settings(file), "-s", "train.epochs=2")));
    Path asked = TinyLoad.tail(odd, 4);
    Path out = odd.resolve("réponses %+#?.csv");
    String name = run.toString();
    assertDone(
        Unroll.run("forecast", "predict", "--run", name, "--in", "" + asked, "--out", "" + out));
    assertThat(out).isNotEmptyFile();
    assertDone(Unroll.run("forecast", "evaluate", "--run", name, "--split", "validation"));
    assertDone(Unroll.run("forecast", "report", "--run", name));
    assertThat(run.resolve("report.html")).isNotEmptyFile();
  }
}
