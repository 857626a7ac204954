package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.metric.Table;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

class BreakdownsTest {
  private static final List<String> LENGTHS = List.of("words", "sentences", "bleu");
  private static final List<String> SHORT = List.of("1–6", "20");
  private static final List<String> LONG = List.of("> 6", "30");

  @TempDir private Path folder;
  private RunDirectory parent;

  @BeforeEach
  void aParent() {
    parent = new RunDirectory(folder);
  }

  private static List<String> line(List<String> group, String score) {
    return List.of(group.get(0), group.get(1), score);
  }

  private void write(RunDirectory run, Table... tables) {
    AtomicFile.writeJson(run.tables(), Map.of("test", List.of(tables)));
  }

  private List<Table> compared(String... rows) {
    Map<String, RunResult> results = new LinkedHashMap<>();
    for (String row : rows) {
      Map<String, Map<String, Double>> metrics = Map.of("test", Map.of("bleu", 30.0));
      results.put(row, new RunResult(1, "app", row, metrics, Map.of(), 1, 1, 1, 1, 1, null, ""));
    }
    ComparedGrid grid = new ComparedGrid(List.of(rows), List.of(), "accuracy");
    Comparison comparison = new Comparison("app", List.of(), List.of(rows), grid).with(results, "");
    return new Breakdowns(parent, comparison).tables("test");
  }

  @Test
  void tablesOfAMetricStandSideBySide() {
    Table other = new Table("Decoding", List.of("search", "seconds"), List.of(List.of("a", "1")));
    write(
        parent.within("plain"),
        new Table("By length", LENGTHS, List.of(line(SHORT, "40.5"), line(LONG, "20.1"))),
        other);
    write(
        parent.within("attention"),
        new Table("By length", LENGTHS, List.of(line(SHORT, "41.0"), line(LONG, "35.2"))),
        other);

    assertThat(compared("plain", "attention"))
        .containsExactly(
            new Table(
                "By length, bleu, test split",
                List.of("words", "sentences", "plain", "attention"),
                List.of(
                    List.of("1–6", "20", "40.5", "41.0"), List.of("> 6", "30", "20.1", "35.2"))));
  }

  @Test
  void seedsGiveTheirMeanAndWhatIsMissingADash() {
    RunDirectory plain = parent.within("plain");
    write(plain.within("seed-1"), new Table("By length", LENGTHS, List.of(line(SHORT, "40.0"))));
    write(plain.within("seed-2"), new Table("By length", LENGTHS, List.of(line(SHORT, "41.0"))));
    write(
        parent.within("attention"),
        new Table("By length", LENGTHS, List.of(line(List.of("1–6", "19"), "41.0"))));

    assertThat(compared("plain", "attention").get(0).rows())
        .containsExactly(List.of("1–6", "20", "40.5", "–"), List.of("1–6", "19", "–", "41.0"));
  }

  @Test
  void groupsOfAllRunsAreThereInTheirOrder() {
    List<String> header = List.of("steps", "bleu");
    write(
        parent.within("short"),
        new Table("By steps", header, List.of(List.of("1–9", "1"), List.of("rest", "2"))));
    write(
        parent.within("long"),
        new Table(
            "By steps",
            header,
            List.of(
                List.of("0", "0"),
                List.of("1–9", "3"),
                List.of("10–99", "4"),
                List.of("rest", "5"),
                List.of("all", "6"))),
        new Table("By size", header, List.of(List.of("all", "6"))));

    assertThat(compared("short", "long"))
        .extracting(Table::rows)
        .containsExactly(
            List.of(
                List.of("0", "–", "0"),
                List.of("1–9", "1", "3"),
                List.of("10–99", "–", "4"),
                List.of("rest", "2", "5"),
                List.of("all", "–", "6")),
            List.of(List.of("all", "–", "6")));
  }
}
