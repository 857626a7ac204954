package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unroll.core.metric.Table;
import org.unroll.core.run.RunResult;

class ScoreTableTest {
  private static final Map<String, Double> NET = scores("mae", 6.5151, "bleu", 67.545);

  private static Map<String, Double> scores(String first, double one, String second, double two) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put(first, one);
    scores.put(second, two);
    return scores;
  }

  private static RunResult result(Map<String, Map<String, Double>> deviations) {
    Map<String, Map<String, Map<String, Double>>> baselines = new LinkedHashMap<>();
    baselines.put("naive", Map.of("test", Map.of("mae", 5091.38441)));
    return new RunResult(
        1, "app", "run", Map.of("test", NET), baselines, 1, 1, 1, 1, 1, deviations, "ex post");
  }

  @Test
  void theNetStandsAboveTheBaselinesAndTheRemarkInTheTitle() {
    assertThat(ScoreTable.of(result(null), "test"))
        .isEqualTo(
            new Table(
                "Scores on the test split (ex post)",
                List.of("model", "mae", "bleu"),
                List.of(
                    List.of("this net", "6.5151", "67.55"), List.of("naive", "5,091.3844", "–"))));
  }

  @Test
  void seedsHaveADeviation() {
    Map<String, Double> deviations = scores("mae", 0.25, "bleu", 1.5);
    assertThat(ScoreTable.of(result(Map.of("test", deviations)), "test").rows().get(0))
        .containsExactly("this net", "6.5151 ± 0.2500", "67.55 ± 1.50");
  }

  @Test
  void aModelMayHaveAMetricThatTheFirstLacks() {
    ScoreTable table = new ScoreTable("model", "a.csv", "");
    table.add("a", Map.of("mae", 12.345));
    table.add("b", Map.of("rmse", 1234.5));

    assertThat(table.toTable())
        .isEqualTo(
            new Table(
                "Scores on a.csv",
                List.of("model", "mae", "rmse"),
                List.of(List.of("a", "12.35", "–"), List.of("b", "–", "1,235"))));
  }
}
