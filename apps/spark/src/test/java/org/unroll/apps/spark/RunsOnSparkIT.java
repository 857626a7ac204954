package org.unroll.apps.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.KilledTraining;
import org.unroll.core.harness.Unroll;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.RunDirectory;

/** Many trainings on a real cluster end as in one process, also when it loses a worker. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunsOnSparkIT {
  @TempDir private static Path folder;
  private static final List<String> SETTINGS = new ArrayList<>();
  private static String url;

  /** The data's path is relative: executors have another working directory. */
  @BeforeAll
  static void up() throws IOException {
    Path texts = LabelledTexts.in(folder);
    String data = Path.of("").toAbsolutePath().relativize(texts).toString();
    for (String each :
        List.of(
            "data.train=" + data,
            "data.validation=" + data,
            "data.batch=8",
            "graph.encoder.size=8",
            "train.epochs=3")) {
      SETTINGS.addAll(List.of("-s", each));
    }
    ScratchCluster.in(folder);
    url = LoopbackCluster.ofUser().up(2, "2g").url();
  }

  @AfterAll
  static void down() {
    ScratchCluster.end();
  }

  private static Unroll here(String name, String command, String... more) {
    return unroll(name, command, List.of("-s", "threads=1"), more);
  }

  private static Unroll spread(String name, String command, String... more) {
    return unroll(name, command, List.of("--spark", url), more);
  }

  private static Unroll unroll(String name, String command, List<String> where, String... more) {
    List<String> all = new ArrayList<>(List.of(command.split(" ")));
    all.addAll(List.of("--run-dir", folder.resolve(name).toString()));
    all.addAll(SETTINGS);
    all.addAll(where);
    all.addAll(List.of(more));
    return Unroll.run(all.toArray(String[]::new));
  }

  private static RunDirectory run(String name) {
    return new RunDirectory(folder.resolve(name));
  }

  /** All but the clock's and the command. */
  private static JsonNode numbers(String file) throws IOException {
    JsonNode all = Json.MAPPER.readTree(folder.resolve(file).toFile());
    ((ObjectNode) all).remove(List.of("command", "name"));
    all.findParents("seconds")
        .forEach(each -> ((ObjectNode) each).remove(List.of("seconds", "examples-per-second")));
    return all;
  }

  @Test
  @Order(1)
  void seedsAreThoseOfOneProcess() throws IOException {
    Unroll spread = spread("spread", "sentiment train", "--no-ui", "--seeds", "1,2");
    Unroll here = here("here", "sentiment train", "--no-ui", "--seeds", "1,2");

    assertThat(spread.exitCode()).as(spread.err()).isZero();
    assertThat(here.exitCode()).as(here.err()).isZero();
    for (String seed : List.of("seed-1", "seed-2")) {
      RunDirectory there = run("spread/" + seed);
      RunDirectory same = run("here/" + seed);
      KilledTraining.assertSameNumbers(there, same);
      assertThat(there.config()).hasSameTextualContentAs(same.config());
      assertThat(Provenance.read(there).environment())
          .isEqualTo(Provenance.read(same).environment());
    }
    assertThat(numbers("spread/result.json")).isEqualTo(numbers("here/result.json"));
    assertThat(spread.out()).contains("seed-2 begins", "(2 of 2), accuracy");
  }

  /** In this process, to Spark a cluster too: executors need their time to start. */
  @Test
  @Order(2)
  void rowsAreThoseOfOneProcess() throws IOException {
    String[] rows = {"-v", "less:graph.encoder.size=4"};

    Unroll spread = unroll("compared", "sentiment compare", List.of("--spark", "local[1]"), rows);
    Unroll here = here("compared-here", "sentiment compare", rows);

    assertThat(spread.exitCode()).as(spread.err()).isZero();
    assertThat(here.exitCode()).as(here.err()).isZero();
    assertThat(numbers("compared/comparison.json"))
        .isEqualTo(numbers("compared-here/comparison.json"));
  }

  @Test
  @Order(3)
  void aFailureIsToldAsInOneProcessAndNotTriedAgain() {
    String[] diverging = {
      "--no-ui",
      "--seeds",
      "1",
      "-s",
      "graph.encoder.layer=rnn",
      "-s",
      "graph.encoder.activation=relu",
      "-s",
      "train.updater.adam=10"
    };

    Unroll spread = spread("failed", "sentiment train", diverging);
    Unroll here = here("failed-here", "sentiment train", diverging);

    assertThat(spread.exitCode()).isEqualTo(2);
    assertThat(spread.err()).contains("the loss became NaN").isEqualTo(here.err());
    assertThat(Provenance.read(run("failed/seed-1")).starts()).hasSize(1);
  }

  /** First of gradients, then of weights; each worker loses its executor once. */
  @Test
  @Order(4)
  void oneTrainingByTwoWorkersIsThatOfOneProcess() throws Exception {
    for (String every : List.of("1", "3")) {
      String[] all = {
        "-s", "train.epochs=40",
        "-s", "train.early-stop.patience=40",
        "-s", "train.engine.average-every=" + every
      };
      CompletableFuture<Unroll> trained =
          CompletableFuture.supplyAsync(
              () -> spread("shared-" + every, "sentiment train --no-ui", all));
      for (int worker = 1; worker <= 2; worker++) {
        awaitEpochs(run("shared-" + every), 8 * worker, trained);
        worker(worker).descendants().forEach(ProcessHandle::destroyForcibly);
      }

      Unroll shared = trained.get();
      assertThat(shared.exitCode()).as(shared.err()).isZero();
      assertThat(shared.out()).contains("epoch 40/40", "Scores on the validation split");
      assertThat(here("shared-here-" + every, "sentiment train --no-ui", all).exitCode()).isZero();
      KilledTraining.assertSameNumbers(run("shared-" + every), run("shared-here-" + every));
      assertThat(run("shared-" + every).checkpoints())
          .isDirectoryNotContaining("glob:**/{group,console.txt}");
    }
  }

  private static void awaitEpochs(RunDirectory run, int epochs, CompletableFuture<Unroll> trained)
      throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!Files.exists(run.metrics()) || Files.readAllLines(run.metrics()).size() < epochs) {
      assertThat(trained.isDone() || Instant.now().isAfter(end)).isFalse();
      Thread.sleep(20);
    }
  }

  private static ProcessHandle worker(int number) {
    return LoopbackCluster.ofUser()
        .state()
        .orElseThrow()
        .processes()
        .get(number)
        .process()
        .orElseThrow();
  }

  @Test
  @Order(5)
  void aSearchThatLosesAWorkerEndsAsInOneProcess() throws Exception {
    String[] over = {"--trials", "5", "--over", "train.updater.adam=1e-3..1e-1:log"};
    CompletableFuture<Unroll> searched =
        CompletableFuture.supplyAsync(() -> spread("search", "sentiment search", over));
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (!hasBegun(folder.resolve("search"))) { // the first trial
      assertThat(searched.isDone() || Instant.now().isAfter(end)).isFalse();
      Thread.sleep(20);
    }

    ProcessHandle worker = worker(1);
    worker.descendants().forEach(ProcessHandle::destroyForcibly);
    worker.destroyForcibly();
    assertThat(searched.isDone()).isFalse();

    Unroll spread = searched.get();
    assertThat(spread.exitCode()).as(spread.err()).isZero();
    assertThat(here("search-here", "sentiment search", over).exitCode()).isZero();
    assertThat(numbers("search/search.json")).isEqualTo(numbers("search-here/search.json"));
  }

  private static boolean hasBegun(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return false;
    }
    try (Stream<Path> trials = Files.list(directory)) {
      return trials.anyMatch(trial -> Files.exists(trial.resolve("provenance.json")));
    }
  }
}
