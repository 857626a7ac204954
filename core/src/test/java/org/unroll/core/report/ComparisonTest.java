package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.metric.Verdict;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

class ComparisonTest {
  @TempDir private Path folder;

  private static RunResult result(
      Map<String, Double> scores, Map<String, Map<String, Double>> deviations) {
    Map<String, Map<String, Double>> metrics = Map.of("validation", scores);
    return new RunResult(1, "tiny", "row", metrics, Map.of(), 1, 1, 1234, 3, 2, deviations, "");
  }

  private static ComparedGrid byRun(String... rows) {
    return new ComparedGrid(List.of(rows), List.of(), "mae");
  }

  @Test
  void rowsKeepTheirOrderAndLackingMetricsAreDashes() {
    Comparison comparison =
        new Comparison("tiny", List.of("tiny"), List.of("z", "a"), byRun("z", "a"))
            .with(
                Map.of(
                    "a", result(Map.of("mae", 2.0), Map.of("validation", Map.of("mae", 0.5))),
                    "z", result(Map.of("rmse", 3.0), null)),
                "abc");

    assertThat(comparison.table("validation").header())
        .containsExactly("run", "rmse", "mae", "parameters");
    assertThat(comparison.table("validation").rows())
        .containsExactly(
            List.of("z", "3.0000", "–", "1,234"), List.of("a", "–", "2.0000 ± 0.5000", "1,234"));
  }

  private static RunResult judged(String finding, String advice) {
    String text = (finding + " " + advice).strip();
    Verdict verdict = new Verdict(Verdict.Says.EVEN, "mae", "naive", 0, 1, text, advice);
    return result(Map.of("mae", 2.0), null).judged(List.of(), Map.of("validation", verdict));
  }

  @Test
  void adviceIsGivenOnceForAllRowsThatNeedIt() {
    List<String> rows = List.of("a", "b", "c");
    Comparison nothing = new Comparison("tiny", List.of("tiny"), rows, byRun("a", "b", "c"));
    RunResult even = judged("It is even.", "Try more.");
    RunResult better = judged("It is better.", "");
    RunResult other = judged("It is even.", "Try less.");

    assertThat(nothing.with(Map.of("a", even, "b", better, "c", even), "").verdicts("validation"))
        .containsExactly("a: It is even.", "b: It is better.", "c: It is even.", "Try more.");
    assertThat(nothing.with(Map.of("a", even, "b", other, "c", even), "").verdicts("validation"))
        .endsWith("a, c: Try more.", "b: Try less.");
  }

  @Test
  void whatIsWrittenIsRead() {
    RunDirectory parent = RunDirectory.createAt(folder.resolve("parent"));
    Comparison comparison =
        new Comparison("tiny", List.of("tiny"), List.of("a"), byRun("a"))
            .with(Map.of("a", result(Map.of("mae", 2.0), null)), "abc");
    comparison.write(parent);

    assertThat(Comparison.read(parent)).isEqualTo(comparison);
  }

  @Test
  void oneOfAnEarlierVersionHasARowARun() throws IOException {
    String earlier =
        """
        {"format": 1, "app": "tiny", "command": [], "rows": ["z", "a"], "results": {}}
        """;
    Files.writeString(folder.resolve("comparison.json"), earlier);

    assertThat(Comparison.read(new RunDirectory(folder)).grid().rows()).containsExactly("z", "a");
  }

  @Test
  void aDirectoryWithoutOneIsRefused() {
    assertThatThrownBy(() -> Comparison.read(new RunDirectory(folder)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no comparison at " + folder);
  }
}
