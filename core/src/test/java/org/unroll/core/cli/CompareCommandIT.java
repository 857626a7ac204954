package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.DiskFault;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;

/** What {@code compare} does with configs, variants, seeds and an interruption. */
class CompareCommandIT {
  @TempDir private Path folder;

  private static String[] compare(Path run, String... more) {
    List<String> command = new ArrayList<>(List.of("tiny", "compare", "-s", "train.epochs=2"));
    command.addAll(List.of("--run-dir", run.toString()));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  private static JsonNode json(Path file) throws IOException {
    return Json.MAPPER.readTree(file.toFile());
  }

  @Test
  void eachRowIsARunAndTheTableHoldsThemAll() throws IOException {
    Path wide = Files.writeString(folder.resolve("wide.yaml"), "train: {clip-norm: 2}\n");
    Path plain = Files.writeString(folder.resolve("plain.yaml"), "seed: 1\n");
    Path run = folder.resolve("run");
    Unroll compared =
        Unroll.run(compare(run, "-c", wide.toString(), "-c", plain.toString(), "--test"));
    Unroll predicted =
        Unroll.run("tiny", "predict", "--run", run.resolve("wide").toString(), "0001");

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(compared.out())
        .contains("Scores on the validation split\nrun ", "Scores on the test split\nrun ")
        .containsPattern("(?m)^wide +0\\.\\d{4} .*\nplain +0\\.\\d{4} ");
    assertThat(run.resolve("plain/config.yaml")).content().contains("seed: 1", "epochs: 2");
    assertThat(predicted.exitCode()).as(predicted.err()).isZero();
    assertThat(json(run.resolve("comparison.json")).at("/results/plain/metrics"))
        .isEqualTo(json(run.resolve("plain/result.json")).get("metrics"));
  }

  @Test
  void killedVariantsWithSeedsGoOnAndPrintNothingButJson() throws IOException {
    Path run = folder.resolve("run");
    String[] command = compare(run, "-v", "slow:train.updater={sgd: 0.01}", "--seeds", "1,2");
    // each training writes two: the second row dies in its second seed
    String kill = DiskFault.killInside("last.zip", 7, 300).option();
    try (UnrollProcess process = UnrollProcess.start(List.of(kill), command)) {
      assertThat(process.end().exitCode()).isEqualTo(137);
    }
    byte[] first = Files.readAllBytes(run.resolve("default/result.json"));
    Unroll resumed = Unroll.run("tiny", "compare", "--resume", run.toString(), "--json");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    JsonNode results = Json.MAPPER.readTree(resumed.out()).get("results");
    assertThat(results.fieldNames()).toIterable().containsExactly("default", "slow");
    assertThat(results.at("/slow/standard-deviations/validation/log-loss").asDouble()).isPositive();
    assertThat(resumed.err()).contains("finished before: " + run.resolve("slow/seed-1"));
    assertThat(run.resolve("default/result.json")).hasBinaryContent(first);
  }

  @Test
  void aRowWithFoldsHasTheirMean() throws IOException {
    Path run = folder.resolve("run");
    Unroll compared =
        Unroll.run(compare(run, "-v", "folds:fold-count=2", "-v", "one:fold-count=2,fold=1"));

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(compared.out()).containsPattern("(?m)^folds +\\d\\.\\d{4} ± ");
    String metrics = "/metrics/validation";
    assertThat(json(run.resolve("folds/fold-1/result.json")).at(metrics))
        .isEqualTo(json(run.resolve("one/result.json")).at(metrics));
  }

  @Test
  void theSectionOfOneFileIsATableByRowsAndColumnsAndAPage() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cells.yaml"),
            """
            app: tiny
            compare:
              rows: {sgd: "train.updater={sgd: 0.1}", adam: []}
              columns:
                1: train.epochs=1
                2: train.epochs=2
              metric: accuracy
            """);
    Path run = folder.resolve("run");
    Unroll compared = Unroll.run(compare(run, "-c", file.toString(), "--test"));
    Unroll trained =
        Unroll.run(
            "tiny",
            "train",
            "-c",
            file.toString(),
            "-s",
            "train.epochs=1",
            "--no-ui",
            "--run-dir",
            folder.resolve("one").toString());

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(compared.out())
        .containsPattern("accuracy on the test split\nrun +1 +2\n[─ ]+\nsgd +0\\.\\d{4} +0\\.");
    assertThat(run.resolve("comparison.html"))
        .content()
        .contains("accuracy on the test split", "<svg", "href=\"sgd-2/report.html\"");
    assertThat(run.resolve("sgd-1/config.yaml"))
        .content()
        .contains("epochs: 1", "sgd: 0.1")
        .doesNotContain("columns");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
  }

  @Test
  void aMetricOfTheSectionThatIsNoneIsRefused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cells.yaml"), "compare: {rows: {a: [], b: []}, metric: mze}\n");
    Unroll compared = Unroll.run(compare(folder.resolve("run"), "-c", file.toString()));

    assertThat(compared.exitCode()).isEqualTo(2);
    assertThat(compared.err())
        .contains("compare: row a, b: metric: unknown metric 'mze'; one of acc");
  }

  @Test
  void eachRowIsStoppedByTheTimeLimit() throws IOException {
    Path run = folder.resolve("run");
    String forever = "train={epochs: 100000, early-stop: {metric: log-loss, patience: 100000}}";
    Unroll compared =
        Unroll.run(
            compare(run, "-v", "slow:seed=2", "-s", forever, "--time-limit", "1s", "--json"));

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    JsonNode results = Json.MAPPER.readTree(compared.out()).get("results");
    assertThat(results.at("/default/epochs").asInt()).isBetween(1, 99_999);
    assertThat(results.at("/slow/epochs").asInt()).isBetween(1, 99_999);
  }

  @Test
  void mistakesOfAnyRowAreFoundBeforeTheFirstIsTrained() {
    Path run = folder.resolve("run");
    Unroll wrong = Unroll.run(compare(run, "-v", "wide:graph.encoder.size=0"));
    Unroll alone = Unroll.run(compare(run));
    Unroll none = Unroll.run("tiny", "compare", "--resume", folder.toString());
    Unroll both = Unroll.run("tiny", "compare", "--resume", folder.toString(), "--seeds", "1");

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("graph.encoder.size");
    assertThat(alone.err()).contains("nothing to compare");
    assertThat(none.err()).contains("no comparison at " + folder);
    assertThat(both.err()).contains("leave out -c, -v, -s, --seeds");
    assertThat(run).doesNotExist();
  }
}
