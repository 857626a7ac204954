package org.unroll.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSummaryTest {
  private static final String CONFIG =
      """
      app: sentiment
      data: {source: sst2}
      graph:
        embed: {layer: embedding, size: 50}
        first: {layer: lstm, size: 128, bidirectional: true}
        second: {layer: gru, size: 64}
        third: {layer: gru, size: 64}
        summary: {vertex: final-state}
        output: {layer: softmax}
      train: {epochs: 12, early-stop: {metric: log-loss}}
      """;

  private static final String RESULT =
      """
      {"app": "sentiment", "metrics": {"validation": {"accuracy": 0.5, "log-loss": 0.7},
       "test": {"accuracy": 0.6, "macro-f1": 0.55, "roc-auc": 0.5, "log-loss": 0.65}},
       "seconds": 90, "parameters": 1234, "epochs": 5}
      """;

  @TempDir Path root;

  private Path run(String path) throws IOException {
    return Files.createDirectories(root.resolve(path));
  }

  private Path finished(String path, String begun) throws IOException {
    Path run = run(path);
    Files.writeString(run.resolve("config.yaml"), CONFIG);
    Files.writeString(run.resolve("result.json"), RESULT);
    Files.writeString(
        run.resolve("provenance.json"),
        "{\"starts\": [\"%s\"], \"finished\": \"2026-02-01T00:00:00Z\"}".formatted(begun));
    return run;
  }

  private List<RunSummary> read() {
    return new RunSummaries().of(StoredRuns.find(root), List.of());
  }

  @Test
  void ofAFinishedRun() throws IOException {
    finished("sentiment/20260101-120000-first", "2026-01-01T12:00:00Z");
    RunSummary run = read().get(0);
    assertThat(run.app()).isEqualTo("sentiment");
    assertThat(run.name()).isEqualTo("20260101-120000-first");
    assertThat(run.path()).isEqualTo("sentiment/20260101-120000-first");
    assertThat(run.data()).isEqualTo("sst2");
    assertThat(run.graph()).isEqualTo("embedding, bidirectional lstm 128, 2 × gru 64, softmax");
    assertThat(run.state()).isEqualTo(RunState.FINISHED);
    assertThat(run.split()).isEqualTo("test");
    assertThat(run.main()).containsExactly("log-loss", "accuracy", "macro-f1");
    assertThat(run.metrics()).containsEntry("accuracy", 0.6);
    assertThat(run.parameters()).isEqualTo(1234);
    assertThat(run.epochs()).isEqualTo(5);
    assertThat(run.seconds()).isEqualTo(90);
    assertThat(run.begun()).isEqualTo("2026-01-01T12:00:00Z");
    assertThat(run.files()).containsExactly("config.yaml", "result.json", "provenance.json");
  }

  @Test
  void ofASearchHowManyTrialsItHolds() throws IOException {
    Path search = run("sentiment/20260101-120000-search");
    String json =
        "{\"app\": \"sentiment\", \"state\": \"%s\", \"trials\": [{\"name\": \"trial-01\"}], \"results\": {\"trial-01\": {}}}";
    Files.writeString(search.resolve("search.json"), json.formatted("cut"));
    finished("sentiment/20260101-120000-search/trial-01", "2026-01-01T12:00:00Z");
    RunSummary cut = read().get(0);
    assertThat(cut.rows()).containsExactly("trial-01");
    assertThat(cut.state()).isEqualTo(RunState.STOPPED);
    assertThat(SummaryTexts.graph(cut)).isEqualTo("search of 1 trials");
    assertThat(read().get(1).parent()).isEqualTo("sentiment/20260101-120000-search");
    Files.writeString(search.resolve("search.json"), json.formatted("finished"));
    assertThat(read().get(0).state()).isEqualTo(RunState.FINISHED);
  }

  @Test
  void ofAnUnfinishedRunTheLastLine() throws IOException {
    Path run = run("sentiment/20260102-120000-cut");
    Files.writeString(run.resolve("config.yaml"), CONFIG);
    Files.writeString(
        run.resolve("metrics.jsonl"),
        """
        {"epoch":1,"seconds":3,"train":{"loss":0.9},"validation":{"accuracy":0.4,"log-loss":0.8}}
        {"epoch":2,"seconds":6.5,"train":{"loss":0.8},"validation":{"accuracy":0.5,"log-loss":0.7}}
        {"epoch":3,"sec""");
    RunSummary summary = read().get(0);
    assertThat(summary.state()).isEqualTo(RunState.STOPPED);
    assertThat(summary.split()).isEqualTo("validation");
    assertThat(summary.metrics()).containsEntry("accuracy", 0.5);
    assertThat(SummaryTexts.epochs(summary)).isEqualTo("2 of 12");
    assertThat(summary.seconds()).isEqualTo(6.5);
  }

  @Test
  void whatIsDamagedIsLeftOut() throws IOException {
    Path run = run("sentiment/20260103-120000-broken");
    Files.writeString(run.resolve("config.yaml"), "graph: {a: &a {b: *a}");
    Files.write(run.resolve("result.json"), new byte[] {'{', (byte) 0xC3});
    Files.writeString(run.resolve("provenance.json"), "[1,");
    Files.writeString(run.resolve("metrics.jsonl"), "\u0000\u0001");
    RunSummary summary = read().get(0);
    assertThat(summary.app()).isEqualTo("sentiment");
    assertThat(summary.state()).isEqualTo(RunState.STOPPED);
    assertThat(summary.metrics()).isEmpty();
    assertThat(summary.begun()).isNotEmpty();
    assertThat(SummaryTexts.scores(summary)).isEmpty();
  }

  @Test
  void aConfigThatHoldsItselfEnds() throws IOException {
    Files.writeString(run("a/b").resolve("config.yaml"), "graph: &a {b: *a}");
    assertThat(read()).hasSize(1);
  }

  @Test
  void partsStandBelowTheirRunAndTheNewestFirst() throws IOException {
    finished("sentiment/old", "2026-01-01T12:00:00Z");
    finished("lab/new", "2026-01-03T12:00:00Z");
    Path seeds = finished("sentiment/seeds", "2026-01-02T12:00:00Z");
    Files.delete(seeds.resolve("provenance.json"));
    finished("sentiment/seeds/seed-1", "2026-01-02T12:00:00Z");
    finished("sentiment/seeds/seed-2", "2026-01-02T13:00:00Z");
    Files.setLastModifiedTime(
        seeds.resolve("config.yaml"),
        java.nio.file.attribute.FileTime.from(java.time.Instant.parse("2026-01-02T12:00:00Z")));
    assertThat(read())
        .extracting(RunSummary::path)
        .containsExactly(
            "lab/new",
            "sentiment/seeds",
            "sentiment/seeds/seed-1",
            "sentiment/seeds/seed-2",
            "sentiment/old");
    assertThat(read().get(2).parent()).isEqualTo("sentiment/seeds");
  }

  @Test
  void aComparisonHoldsRows() throws IOException {
    Path parent = run("lab/20260104-120000-compare");
    Files.writeString(
        parent.resolve("comparison.json"),
        "{\"app\": \"lab\", \"rows\": [\"gru\", \"lstm\"], \"results\": {}}");
    finished("lab/20260104-120000-compare/gru", "2026-01-04T12:00:00Z");
    RunSummary summary = read().get(0);
    assertThat(summary.rows()).containsExactly("gru", "lstm");
    assertThat(SummaryTexts.graph(summary)).isEqualTo("comparison of 2 runs");
    assertThat(summary.state()).as("without results").isEqualTo(RunState.STOPPED);
  }

  @Test
  void whatIsKeptChangesWithTheRun() throws IOException {
    Path run = finished("sentiment/a", "2026-01-01T12:00:00Z");
    RunSummaries summaries = new RunSummaries();
    assertThat(summaries.of(StoredRuns.find(root), List.of()).get(0).epochs()).isEqualTo(5);
    Path next = Files.writeString(root.resolve("next"), RESULT.replace("5}", "7}"));
    Files.move(next, run.resolve("result.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(run, java.nio.file.attribute.FileTime.fromMillis(5000));
    assertThat(summaries.of(StoredRuns.find(root), List.of()).get(0).epochs()).isEqualTo(7);
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    finished("sentiment/a", "2026-01-01T12:00:00Z");
    Files.createSymbolicLink(root.resolve("sentiment/loop"), root);
    assertThat(StoredRuns.find(root)).containsOnlyKeys("sentiment/a");
  }
}
