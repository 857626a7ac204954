package org.unroll.apps.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

class RoommateIT {
  private static final String BY_HAND = "../../configs/lab-roommate-by-hand.yaml";

  @TempDir private Path folder;

  @Test
  void weightsByHandAreRightToTheLastDigit() throws IOException {
    Unroll trained = train(BY_HAND);
    Path run = folder.resolve("run");

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    JsonNode test = Json.MAPPER.readTree(run.resolve("result.json").toFile()).at("/metrics/test");
    assertThat(test.path("accuracy").asDouble()).isEqualTo(1);
    assertThat(test.path("exact-match").asDouble()).isEqualTo(1);
    assertThat(test.path("mse").asDouble()).isZero();
    // the burger of a rainy day after pie stands below, the pie of a sunny one above
    assertThat(trained.out()).contains("  1  rain     0 0 0 0 1 0  0 1 0   burger");
    assertThat(trained.out()).contains("  2  sun      0 1 0 0 0 0  0 1 0   burger");
    Unroll said = Unroll.run("lab", "predict", "--run", run.toString(), "chicken rain sun rain");
    assertThat(said.out()).isEqualTo("pie pie burger\n");
    Unroll untrue = Unroll.run("lab", "predict", "--run", run.toString(), "chicken snow");
    assertThat(untrue.exitCode()).isEqualTo(2);
    assertThat(untrue.err())
        .contains("'snow' is neither sun nor rain", "such as pie sun rain rain");
  }

  @Test
  void weightsThatDoNotFitAreRefused() {
    assertRefused("weights.cells.bias=[1, 2]", "weights.cells.bias: expected 6 numbers, found 2");
    assertRefused(
        "weights.cells.input=[[1, 2, 3]]",
        "weights.cells.input: expected 6 rows of 2 numbers, found 1 of 3");
    assertRefused("weights.cells.input=[[1, 2], [1]]", "weights.cells.input: row 2 has 1 numbers");
    assertRefused(
        "weights.start.recurrent=[[1]]", "weights.start.recurrent: the node has no such weights");
    assertRefused("weights.cell={bias: [1]}", "the graph has no node of that name");
  }

  private void assertRefused(String setting, String message) {
    Unroll refused = train(BY_HAND, "-s", setting);
    assertThat(refused.exitCode()).as(setting).isEqualTo(2);
    assertThat(refused.err()).contains(message);
  }

  private Unroll train(String config, String... more) {
    List<String> command = new ArrayList<>(List.of("lab", "train", "-c", config, "--no-ui"));
    command.addAll(List.of("-s", "threads=1", "--test", "--run-dir", "" + folder.resolve("run")));
    command.addAll(List.of(more));
    return Unroll.run(command.toArray(String[]::new));
  }
}
