package org.unroll.datasets.toy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.AppContract;
import org.unroll.core.harness.Unroll;

/** An app of a hundred lines does all that every app must do, with the user's own table. */
class ToyContractIT extends AppContract<ToyApp.Config> {
  private static final String ROWS =
      """
      x,label
      0 1 2 3,up
      1 2 3,up
      -1 0 1,up
      2 4,up
      3 2 1 0,down
      3 2 1,down
      1 0 -1,down
      4 2,down
      """;

  @Override
  protected ToyApp app() {
    return new ToyApp();
  }

  @Override
  protected Path configs() {
    return Path.of("src/test/resources/configs");
  }

  @Override
  protected EightExamples examples(Path empty) throws IOException {
    Path rows = Files.writeString(empty.resolve("rows.csv"), ROWS);
    List<String> settings =
        List.of("data.train=" + rows, "data.validation=" + rows, "data.test=" + rows);
    return new EightExamples(settings, rows, rows, new Learnt("accuracy", 1.0));
  }

  @Override
  protected String catalogued() {
    return "etth1";
  }

  @Test
  void aUsersTableIsCutAndTrainedOn(@TempDir Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("id,x,label\n");
    for (int i = 0; i < 60; i++) {
      String series = i % 2 == 0 ? i + " " + (i + 9) : (i + 9) + " " + i;
      rows.append(i).append(',').append(series).append(i % 2 == 0 ? ",up\n" : ",down\n");
    }
    rows.append("60,1 2\n"); // a bad row
    Path table = Files.writeString(folder.resolve("mine.csv"), rows);
    Path config =
        Files.writeString(
            folder.resolve("mine.yaml"),
            "data: {source: '%s', split: {fractions: [0.6, 0.2, 0.2]}, max-bad-rows: 0.1}\n"
                .formatted(table));
    Path run = folder.resolve("run");

    Unroll trained =
        Unroll.run(
            "toy",
            "train",
            "-c",
            config.toString(),
            "--no-ui",
            "--run-dir",
            run.toString(),
            "--test");
    assertThat(trained.out()).contains("1 of 61 rows bad", table + ":62");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("most-frequent");
    Unroll answer = Unroll.run("toy", "predict", "--run", run.toString(), "3 1");
    assertThat(answer.out()).startsWith("down ");
  }
}
