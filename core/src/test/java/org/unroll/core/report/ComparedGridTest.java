package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.metric.Chart;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

class ComparedGridTest {
  private static final ComparedGrid CELLS =
      new ComparedGrid(List.of("rnn", "lstm"), List.of("20", "200"), "mse");

  private static RunResult result(Map<String, Double> scores) {
    Map<String, Map<String, Double>> metrics = Map.of("test", scores);
    return new RunResult(1, "tiny", "row", metrics, Map.of(), 1, 1, 1234, 3, 2, null, "");
  }

  private static final Map<String, RunResult> RESULTS =
      Map.of(
          "rnn-20", result(Map.of("mse", 0.01)),
          "rnn-200", result(Map.of("mse", 0.17)),
          "lstm-20", result(Map.of("mse", 0.002)),
          "lstm-200", result(Map.of("mae", 0.002)));

  @Test
  void eachColumnHasTheScoresOfItsRuns() {
    assertThat(CELLS.table(RESULTS, "test").orElseThrow().toText())
        .isEqualTo(
            """
            mse on the test split
            run       20     200
            ────  ──────  ──────
            rnn   0.0100  0.1700
            lstm  0.0020       –
            """);
  }

  @Test
  void modelsBesideTheNetsOfTheFirstRowHaveALineToo() {
    Map<String, Map<String, Map<String, Double>>> guess =
        Map.of("guess", Map.of("test", Map.of("mse", 0.167)));
    Map<String, Map<String, Double>> metrics = Map.of("test", Map.of("mse", 0.1));
    RunResult run = new RunResult(1, "tiny", "row", metrics, guess, 1, 1, 1, 3, 2, null, "");
    ComparedGrid grid = new ComparedGrid(List.of("rnn"), List.of("20"), "mse");

    assertThat(grid.table(Map.of("rnn-20", run), "test").orElseThrow().rows())
        .containsExactly(List.of("rnn", "0.1000"), List.of("guess", "0.1670"));
  }

  @Test
  void theChartHasALineARow() {
    Chart.Lines chart = (Chart.Lines) CELLS.chart(RESULTS, "test", "data.length").orElseThrow();

    assertThat(chart.title()).isEqualTo("mse on the test split");
    assertThat(chart.steps()).containsExactly("20", "200");
    assertThat(chart.lines().get(0)).isEqualTo(new Chart.Line("rnn", List.of(0.01, 0.17)));
    assertThat(chart.lines().get(1).values()).containsExactly(0.002, Double.NaN);
  }

  @Test
  void simpleModelsAreDashedAndErrorsOfVeryDifferentSizeLieOnALogarithmicAxis() {
    Map<String, Map<String, Map<String, Double>>> guess =
        Map.of("guess", Map.of("test", Map.of("mse", 0.5)));
    Map<String, RunResult> results = new java.util.HashMap<>();
    for (String column : List.of("200", "20")) {
      Map<String, Map<String, Double>> metrics =
          Map.of("test", Map.of("mse", Double.parseDouble(column) / 1e5));
      results.put(
          "rnn-" + column,
          new RunResult(1, "tiny", "row", metrics, guess, 1, 1, 1, 3, 2, null, ""));
    }
    ComparedGrid grid = new ComparedGrid(List.of("rnn"), List.of("200", "20"), "mse");
    Chart.Lines chart = (Chart.Lines) grid.chart(results, "test", "data.length").orElseThrow();

    assertThat(chart.steps()).as("from the smallest on").containsExactly("20", "200");
    assertThat(chart.lines())
        .containsExactly(
            new Chart.Line("rnn", List.of(2e-4, 2e-3)),
            new Chart.Line("guess", List.of(0.5, 0.5), Chart.Stroke.DASHED));
    assertThat(chart.logarithmic()).isTrue();
    assertThat(chart.across()).isEqualTo("data.length");
    assertThat(chart.up()).isEqualTo("mse");
    assertThat(((Chart.Lines) CELLS.chart(RESULTS, "test", "").orElseThrow()).logarithmic())
        .isFalse();
  }

  @Test
  void columnsAreOfTheKeyWhoseValuesTheyName(@TempDir Path folder) throws IOException {
    RunDirectory parent = new RunDirectory(folder);
    for (String column : List.of("20", "200")) {
      Path run = Files.createDirectories(folder.resolve("rnn-" + column));
      String config = "data: {length: %s, batch: 20}\nseed: 20\n".formatted(column);
      Files.writeString(run.resolve("config.yaml"), config);
    }
    assertThat(ComparedKey.of(CELLS, parent)).isEqualTo("data.length");
    Files.delete(folder.resolve("rnn-20/config.yaml"));
    assertThat(ComparedKey.of(CELLS, parent)).isEmpty();
  }

  @Test
  void withoutColumnsThereIsABarARun() {
    ComparedGrid runs = new ComparedGrid(List.of("rnn-20", "lstm-200"), List.of(), "mse");

    assertThat(runs.table(RESULTS, "test")).isEmpty();
    assertThat(runs.chart(RESULTS, "test", "data.length"))
        .contains(
            new Chart.Bars(
                "mse on the test split",
                "data.length",
                "mse",
                List.of(new Chart.Bar("rnn-20", 0.01))));
    assertThat(
            new ComparedGrid(List.of("rnn-20"), List.of(), "")
                .chart(RESULTS, "test", "data.length"))
        .isEmpty();
  }
}
