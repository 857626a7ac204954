package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unroll.core.metric.Chart;
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
    Chart.Lines chart = (Chart.Lines) CELLS.chart(RESULTS, "test").orElseThrow();

    assertThat(chart.title()).isEqualTo("mse on the test split");
    assertThat(chart.steps()).containsExactly("20", "200");
    assertThat(chart.lines().get(0)).isEqualTo(new Chart.Line("rnn", List.of(0.01, 0.17)));
    assertThat(chart.lines().get(1).values()).containsExactly(0.002, Double.NaN);
  }

  @Test
  void withoutColumnsThereIsABarARun() {
    ComparedGrid runs = new ComparedGrid(List.of("rnn-20", "lstm-200"), List.of(), "mse");

    assertThat(runs.table(RESULTS, "test")).isEmpty();
    assertThat(runs.chart(RESULTS, "test"))
        .contains(
            new Chart.Bars("mse on the test split", "mse", List.of(new Chart.Bar("rnn-20", 0.01))));
    assertThat(new ComparedGrid(List.of("rnn-20"), List.of(), "").chart(RESULTS, "test")).isEmpty();
  }
}
