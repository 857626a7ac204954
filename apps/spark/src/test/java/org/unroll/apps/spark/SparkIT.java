package org.unroll.apps.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.cli.Main;
import org.unroll.core.harness.Unroll;

/** A real cluster on this machine answers as one process does, also when it loses a worker. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SparkIT {
  private static final List<String> WORDS =
      List.of("the plot is dull but cast superb not bad good at all it was".split(" "));

  @TempDir private static Path folder;
  private static Path run;

  @BeforeAll
  static void train() throws IOException {
    ScratchCluster.in(folder);
    run = folder.resolve("run");
    String reviews = table("reviews.csv", 40, "text,label\n", i -> i % 2 == 0 ? ",good" : ",bad");
    List<String> command = new ArrayList<>(List.of("sentiment", "train", "--no-ui"));
    command.addAll(List.of("--run-dir", run.toString()));
    for (String setting :
        List.of(
            "data.train=" + reviews,
            "data.validation=" + reviews,
            "threads=1",
            "graph.encoder.size=8",
            "train.epochs=1")) {
      command.addAll(List.of("-s", setting));
    }
    assertThat(Main.run(command.toArray(String[]::new))).isZero();
  }

  @AfterAll
  static void end() {
    ScratchCluster.end();
  }

  private interface Rest {
    String of(int row);
  }

  private static String table(String name, int rows, String header, Rest rest) throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder(header);
    for (int i = 0; i < rows; i++) {
      int words = 2 + random.nextInt(9);
      for (int word = 0; word < words; word++) {
        text.append(word == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
      }
      text.append(rest.of(i)).append('\n');
    }
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static int predict(String... more) {
    List<String> command = new ArrayList<>(List.of("sentiment", "predict", "--run"));
    command.add(run.toString());
    command.addAll(List.of(more));
    return Main.run(command.toArray(String[]::new));
  }

  private static List<String> locally(String in) throws IOException {
    Path out = folder.resolve("local.jsonl");
    assertThat(predict("--in", in, "--out", out.toString(), "--force", "-s", "threads=1")).isZero();
    return Files.readAllLines(out);
  }

  private static List<String> answers(Path out) throws IOException {
    List<String> answers = new ArrayList<>();
    try (Stream<Path> parts = Files.list(out)) {
      for (Path part : parts.sorted().toList()) {
        if (part.toString().endsWith(".jsonl")) { // whole
          answers.addAll(Files.readAllLines(part));
        }
      }
    }
    return answers;
  }

  @Test
  @Order(1)
  void aSessionStartsWithTheClassPathOfUsers() throws IOException {
    String texts = table("few.jsonl", 40, "", i -> "").replace(".jsonl", "");
    List<String> lines = Files.readAllLines(Path.of(texts + ".jsonl"));
    List<String> objects =
        lines.stream().map(each -> "{\"text\": \"%s\"}".formatted(each)).toList();
    Files.write(Path.of(texts + ".jsonl"), objects);
    try (SparkSession session =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .getOrCreate()) {
      session.read().json(texts + ".jsonl").coalesce(1).write().parquet(texts);
    }
    Path out = folder.resolve("columns");

    int code = predict("--spark", "local[1]", "--in", texts + "/*.parquet", "--out", "" + out);

    assertThat(code).isZero();
    assertThat(answers(out)).isEqualTo(locally(texts + ".jsonl"));
  }

  @Test
  @Order(2)
  void aClusterAnswersAsOneProcess() throws IOException {
    assertThat(Main.run("spark", "up", "--workers", "2")).isZero();
    assertThat(Main.run("spark", "status")).isZero();
    String texts = table("texts.csv", 6000, "text,id\n", i -> "," + i);
    List<String> rows = new ArrayList<>(Files.readAllLines(Path.of(texts)));
    rows.set(5500, ",no text");
    Files.write(Path.of(texts), rows);
    Path out = folder.resolve("answers");

    Unroll predicted =
        Unroll.run(
            "sentiment",
            "predict",
            "--run",
            "" + run,
            "--spark",
            url(),
            "--in",
            texts,
            "--out",
            "" + out);

    assertThat(predicted.exitCode()).isZero();
    assertThat(out).isDirectoryContaining("glob:**/part-00001.jsonl");
    assertThat(answers(out)).hasSize(6000).isEqualTo(locally(texts));
    assertThat(predicted.err())
        .contains(texts + ":5501: nothing in column")
        .contains("6,000 rows of 1 file, 1 of them bad");
  }

  private static ClusterState cluster() {
    return LoopbackCluster.ofUser().state().orElseThrow();
  }

  private static String url() {
    return cluster().url();
  }

  @Test
  @Order(3)
  void aLostWorkerCostsItsPartAlone() throws Exception {
    String texts = table("many.txt", 30_000, "", i -> "");
    Path out = folder.resolve("survived");
    CompletableFuture<Integer> predicted =
        CompletableFuture.supplyAsync(
            () -> predict("--spark", url(), "--in", texts, "--out", out.toString()));
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!Files.exists(out) || answers(out).isEmpty()) { // the first part is there
      assertThat(predicted.isDone() || Instant.now().isAfter(end)).isFalse();
      Thread.sleep(20);
    }

    ProcessHandle worker = cluster().processes().get(1).process().orElseThrow();
    worker.descendants().forEach(ProcessHandle::destroyForcibly);
    worker.destroyForcibly();
    assertThat(predicted.isDone()).isFalse();

    assertThat(predicted.get()).isZero();
    assertThat(answers(out)).isEqualTo(locally(texts));
  }

  @Test
  @Order(4)
  void nothingIsLeftOfIt() {
    ClusterState state = cluster();
    List<ProcessHandle> all =
        state.processes().stream().flatMap(each -> each.process().stream()).toList();
    assertThat(all).hasSize(2); // the master, and the worker that was not lost

    assertThat(Main.run("spark", "down")).isZero();

    assertThat(all).noneMatch(ProcessHandle::isAlive);
    assertThat(LoopbackCluster.ofUser().folder()).doesNotExist();
    assertThat(predict("--spark", state.url(), "--in", "run", "--out", folder + "/no"))
        .isEqualTo(2);
  }
}
