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

/** Each task in small: that it is learnt, shown and answered. */
class LabTasksIT {
  @TempDir private Path folder;

  private int runs;

  @Test
  void threeSymbolsAreRemembered() throws IOException {
    JsonNode test =
        trained(
            "lab-copy",
            "data={task: copy, symbols: 3, delay: 1, examples: 1500, held-out: 50, batch: 20}",
            "graph.cells.size=48",
            "train.epochs=8",
            "train.updater.adam=0.02");

    assertThat(test.path("accuracy").asDouble()).isGreaterThan(0.7);
    assertThat(Unroll.run("lab", "predict", "--run", run(), "370").out())
        .matches("[0-7]{3}( \\(right: 370\\))?\n");
    assertThat(Unroll.run("lab", "predict", "--run", run(), "3790").err())
        .contains("'3790': expected 3 symbols from 0 to 7");
  }

  /** A sine follows from its last two values: x' = 2 cos(2 pi / period) x - x before. */
  @Test
  void aNetReadsItsOwnAnswersBeyondWhatIsKnown() throws IOException {
    JsonNode test =
        trained(
            "lab-extrapolation",
            "data={task: extrapolation, period: 10, known: 40, beyond: 100, window: 5, examples: 20}",
            "graph={two: {layer: linear, last: 2, size: 1, input: past, frozen: true},"
                + " output: {layer: regression, input: two, frozen: true}}",
            "weights={two: {input: [[-1, 1.6180339887]]}, output: {input: [[1]]}}",
            "train.epochs=1");

    assertThat(test.path("rmse").asDouble()).isLessThan(0.001);
    String said = Unroll.run("lab", "predict", "--run", run(), "138", "8").out();
    assertThat(said).contains("-0.951").doesNotContain("right:");
    assertThat(Unroll.run("lab", "predict", "--run", run(), "140").err())
        .contains("step 140: expected one from 5 to 139");
  }

  /** The net goes the way that is computed beside it: to the target, or out and away. */
  @Test
  void aClippedNetComesDownTheWallAndAnotherIsThrownOut() throws IOException {
    assertThat(trained("lab-clipping").path("mse").asDouble()).isLessThan(1e-5);
    assertThat(Unroll.run("lab", "predict", "--run", run(), "0.5").out()).isEqualTo("0.700\n");
    double thrown = trained("lab-clipping", "train.clip-norm=null").path("mse").asDouble();
    assertThat(thrown).isGreaterThan(0.05);
  }

  @Test
  void aNetOfTwoUnitsGoesRoundAsTheyDo() throws IOException {
    assertThat(trained("lab-oscillator").path("rmse").asDouble()).isLessThan(1e-4);
    assertThat(Unroll.run("lab", "predict", "--run", run(), "0 0 0 0").out())
        .isEqualTo("0.000 0.000\n");
    assertThat(Unroll.run("lab", "predict", "--run", run(), "1 2 3").err())
        .contains("expected four numbers", "such as 0.1 0 0.5 -0.5");
  }

  @Test
  void anEchoIsLearntWhereTheGradientReachesIt() throws IOException {
    String data =
        "data={task: echo, delay: 3, alphabet: 3, length: 24, examples: 400, held-out: 50, batch: 20}";
    List<String> small = List.of(data, "graph.cells.size=32", "train.epochs=5");
    List<String> cut = new ArrayList<>(small);
    cut.add("train.tbptt=2");
    List<String> reached = new ArrayList<>(small);
    reached.add("train.tbptt=8");

    double far =
        trained("lab-truncation", reached.toArray(String[]::new)).path("accuracy").asDouble();
    double near = trained("lab-truncation", cut.toArray(String[]::new)).path("accuracy").asDouble();
    assertThat(far).isGreaterThan(0.95).isGreaterThan(near);
  }

  private String run() {
    return folder.resolve("run" + runs).toString();
  }

  private JsonNode trained(String config, String... settings) throws IOException {
    runs++;
    List<String> command =
        new ArrayList<>(List.of("lab", "train", "-c", "../../configs/" + config + ".yaml"));
    command.addAll(List.of("--no-ui", "--test", "--run-dir", run(), "-s", "threads=1"));
    for (String setting : settings) {
      command.addAll(List.of("-s", setting));
    }
    Unroll trained = Unroll.run(command.toArray(String[]::new));

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    return Json.MAPPER.readTree(Path.of(run(), "result.json").toFile()).at("/metrics/test");
  }
}
