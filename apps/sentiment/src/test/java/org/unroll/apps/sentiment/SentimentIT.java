package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** The app through its command line: tiny trainings on real files. */
class SentimentIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph.encoder.layer=rnn",
        "graph.encoder.layer=gru",
        "graph.encoder.bidirectional=false",
        "graph.second={layer: lstm, size: 8, bidirectional: true, input: encoder}"
      })
  void learnsEightExamplesByHeart(String setting) throws IOException {
    Path reviews = TinyReviews.write(folder);
    String summary = setting.contains("second") ? "second" : "encoder";
    Unroll trained =
        Unroll.run(
            TinyReviews.train(
                reviews,
                folder.resolve("run"),
                "-s",
                setting,
                "-s",
                "graph.summary.input=" + summary,
                "--test"));

    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();
    assertThat(result("run").at("/metrics/test/accuracy").asDouble()).isEqualTo(1.0);
    assertThat(result("run").at("/baselines/naive-bayes/test/accuracy").isNumber()).isTrue();
    assertThat(Files.readString(folder.resolve("run/report.html"))).contains("naive-bayes");
  }

  @Test
  void theSameSeedGivesTheSameMetrics() throws IOException {
    Path reviews = TinyReviews.write(folder);
    Unroll.run(TinyReviews.train(reviews, folder.resolve("one"), "-s", "train.epochs=5"));
    Unroll.run(TinyReviews.train(reviews, folder.resolve("two"), "-s", "train.epochs=5"));
    Unroll.run(
        TinyReviews.train(
            reviews, folder.resolve("other"), "-s", "train.epochs=5", "-s", "seed=7"));

    assertThat(result("one").get("metrics")).isEqualTo(result("two").get("metrics"));
    assertThat(result("one").get("metrics")).isNotEqualTo(result("other").get("metrics"));
  }

  @Test
  void aStoppedRunGoesOnToTheNumbersOfAnUninterruptedOne() throws IOException {
    Path reviews = TinyReviews.write(folder);
    Unroll.run(TinyReviews.train(reviews, folder.resolve("whole"), "-s", "train.epochs=12"));
    Path run = folder.resolve("stopped");
    Unroll stopped =
        Unroll.run(TinyReviews.train(reviews, run, "-s", "train.epochs=12", "--time-limit", "0s"));
    assertThat(stopped.out()).contains("--resume " + run);
    Unroll resumed = Unroll.run("sentiment", "train", "--no-ui", "--resume", run.toString());

    assertThat(resumed.exitCode()).isZero();
    assertThat(result("stopped").get("metrics")).isEqualTo(result("whole").get("metrics"));
    assertThat(epochs("stopped")).isEqualTo(epochs("whole"));
  }

  @Test
  void resumeRefusesAnotherConfig() throws IOException {
    Path reviews = TinyReviews.write(folder);
    Path run = folder.resolve("run");
    Unroll.run(TinyReviews.train(reviews, run, "-s", "train.epochs=1"));
    Unroll resumed =
        Unroll.run("sentiment", "train", "--no-ui", "--resume", run.toString(), "-s", "seed=43");

    assertThat(resumed.exitCode()).isEqualTo(2);
    assertThat(resumed.err()).contains("seed").doesNotContain("\tat ");
  }

  @Test
  void aRunWhoseDataCannotBeReadLeavesNothingBehind() throws IOException {
    Path run = folder.resolve("run");
    Path reviews = TinyReviews.write(folder);
    String[] wrong = {"-s", "data.columns={text: review}"};
    String[] seeds = {"--seeds", "1,2", wrong[0], wrong[1]};
    for (String[] options : List.of(wrong, seeds)) {
      Unroll trained = Unroll.run(TinyReviews.train(reviews, run, options));

      assertThat(trained.exitCode()).isEqualTo(2);
      assertThat(trained.err()).contains("review");
      assertThat(run).doesNotExist();
    }
  }

  @Test
  void aRunIsNeverOverwritten() throws IOException {
    Path reviews = TinyReviews.write(folder);
    Path run = Files.createDirectory(folder.resolve("run"));
    Unroll trained = Unroll.run(TinyReviews.train(reviews, run));

    assertThat(trained.exitCode()).isEqualTo(2);
    assertThat(trained.err()).contains("already exists").doesNotContain("\tat ");
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void seedsArePooledInTheParentDirectory() throws IOException {
    Path reviews = TinyReviews.write(folder);
    Unroll trained =
        Unroll.run(
            TinyReviews.train(
                reviews, folder.resolve("run"), "-s", "train.epochs=2", "--seeds", "1,2"));

    assertThat(trained.exitCode()).isZero();
    double mean = result("run").at("/metrics/validation/log-loss").asDouble();
    double one = result("run/seed-1").at("/metrics/validation/log-loss").asDouble();
    double two = result("run/seed-2").at("/metrics/validation/log-loss").asDouble();
    assertThat(one).isNotEqualTo(two);
    assertThat(mean).isEqualTo((one + two) / 2);
    assertThat(result("run").at("/standard-deviations/validation/log-loss").asDouble())
        .isCloseTo(Math.abs(one - two) / Math.sqrt(2), org.assertj.core.data.Offset.offset(1e-12));
  }

  @Test
  void predictReadsArgumentsLinesAndFilesAlike() throws IOException {
    Path reviews = TinyReviews.write(folder);
    Path run = folder.resolve("run");
    Unroll.run(TinyReviews.train(reviews, run));
    String directory = run.toString();
    Unroll byArgument =
        Unroll.run("sentiment", "predict", "--run", directory, "not bad at all", "it is dull");
    Unroll byLine =
        Unroll.runWithInput(
            "not bad at all\nit is dull\n", "sentiment", "predict", "--run", directory);
    Path answers = folder.resolve("answers.csv");
    Unroll byFile =
        Unroll.run(
            "sentiment",
            "predict",
            "--run",
            directory,
            "--in",
            reviews.toString(),
            "--out",
            answers.toString());

    assertThat(byArgument.out()).matches("good [01]\\.\\d+\nbad [01]\\.\\d+\n");
    assertThat(byLine.out()).isEqualTo(byArgument.out());
    assertThat(byFile.exitCode()).isZero();
    assertThat(Files.readAllLines(answers))
        .hasSize(9)
        .first()
        .isEqualTo("text,label,probability,probabilities.bad,probabilities.good");
  }

  @Test
  void evaluateGivesTheTrainingsOwnNumbersAndCountsTheTest() throws IOException {
    Path reviews = TinyReviews.write(folder);
    Path run = folder.resolve("run");
    Unroll.run(TinyReviews.train(reviews, run, "-s", "train.epochs=3", "--test"));
    Unroll evaluated =
        Unroll.run("sentiment", "evaluate", "--run", run.toString(), "--split", "test", "--json");
    Unroll onFile =
        Unroll.run(
            "sentiment",
            "evaluate",
            "--run",
            run.toString(),
            "--data",
            reviews.toString(),
            "--json");

    assertThat(evaluated.exitCode()).isZero();
    assertThat(Json.MAPPER.readTree(evaluated.out())).isEqualTo(result("run").at("/metrics/test"));
    assertThat(onFile.out()).isEqualTo(evaluated.out());
    assertThat(json("run/provenance.json").get("test-opened").asInt()).isEqualTo(2);
    assertThat(json("run/provenance.json").get("data")).isNotEmpty();
  }

  @Test
  void probabilitiesAreCalibratedOnTheValidationTexts() throws IOException {
    Path reviews = TinyReviews.write(folder);
    // every text is learnt by heart with another label than it has in validation and test
    Path dev = folder.resolve("dev.csv");
    Files.writeString(dev, "text,label\nit is superb,good\nnot bad at all,good\nit is dull,good\n");
    List<String> asked = new ArrayList<>(List.of("--test"));
    for (String setting :
        List.of(
            "data.validation=" + dev,
            "data.test=" + dev,
            "graph.output={layer: softmax, input: summary}", // as sure as it likes
            "graph.summary={vertex: final-state, input: encoder}",
            "train.early-stop.from=60")) { // not the epoch that is calibrated by itself
      asked.addAll(List.of("-s", setting));
    }
    String[] settings = asked.toArray(String[]::new);
    Unroll plain = train(reviews, "plain", settings, "calibrate=false");
    Unroll calibrated = train(reviews, "run", settings, "calibrate=true");
    JsonNode before = result("plain").at("/metrics/validation");
    JsonNode after = result("run").at("/metrics/validation");

    assertThat(plain.out()).doesNotContain("temperature");
    assertThat(calibrated.out()).contains("temperature ");
    assertThat(after.get("log-loss").asDouble()).isLessThan(before.get("log-loss").asDouble());
    for (String same : List.of("accuracy", "macro-f1")) {
      assertThat(after.get(same)).isEqualTo(before.get(same));
    }
    assertThat(epochs("run")).isEqualTo(epochs("plain"));
    assertThat(evaluated("run")).isEqualTo(result("run").at("/metrics/test"));
    assertThat(evaluated("run", "-s", "calibrate=false"))
        .isEqualTo(result("plain").at("/metrics/test"));
    assertThat(predicted("run")).isNotEqualTo(predicted("plain"));
  }

  @Test
  void naiveBayesAnswersInPlaceOfTheNetAndTheVerdictStandsBelowTheScores() throws IOException {
    Path reviews = TinyReviews.write(folder);
    Path run = folder.resolve("run");
    Unroll trained = Unroll.run(TinyReviews.train(reviews, run, "-s", "train.epochs=3", "--test"));
    String verdict = result("run").at("/verdict/test/text").asText();
    Unroll scored = simple("evaluate", "--split", "test", "--json", "--model", "naive-bayes");
    Unroll evaluated = simple("evaluate", "--split", "test");
    Unroll unknown = simple("evaluate", "--model", "ridge");
    Unroll wrong = simple("predict", "--model", "ridge", "it is dull");
    Path file = Files.copy(reviews, folder.resolve("other.csv"));
    Files.delete(reviews); // it is in the bundle
    Unroll onFile =
        simple("evaluate", "--data", file.toString(), "--json", "--model", "naive-bayes");
    Unroll asked = simple("predict", "--model", "naive-bayes", "it is dull");

    assertThat(verdict).contains("naive-bayes", "over 8 examples");
    assertThat(trained.out()).contains("\n" + verdict + "\n");
    assertThat(Files.readString(run.resolve("report.html"))).contains(verdict);
    assertThat(evaluated.out()).contains("naive-bayes", verdict);
    JsonNode bayes = result("run").at("/baselines/naive-bayes/test");
    assertThat(Json.MAPPER.readTree(scored.out())).isEqualTo(bayes);
    assertThat(Json.MAPPER.readTree(onFile.out())).isEqualTo(bayes);
    assertThat(asked.out()).matches("bad 0\\.\\d+\n");
    for (Unroll refused : List.of(unknown, wrong)) {
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains("'ridge'", "naive-bayes").hasLineCount(1);
    }
  }

  private Unroll simple(String command, String... more) {
    List<String> all = new java.util.ArrayList<>(List.of("sentiment", command));
    all.addAll(List.of("--run", folder.resolve("run").toString()));
    all.addAll(List.of(more));
    return Unroll.run(all.toArray(String[]::new));
  }

  private Unroll train(Path reviews, String run, String[] settings, String calibrate) {
    List<String> more = new java.util.ArrayList<>(List.of(settings));
    more.addAll(List.of("-s", calibrate));
    return Unroll.run(TinyReviews.train(reviews, folder.resolve(run), more.toArray(String[]::new)));
  }

  private JsonNode evaluated(String run, String... more) throws IOException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of("sentiment", "evaluate", "--run", folder.resolve(run).toString()));
    command.addAll(List.of("--split", "test", "--json"));
    command.addAll(List.of(more));
    return Json.MAPPER.readTree(Unroll.run(command.toArray(String[]::new)).out());
  }

  private String predicted(String run) {
    return Unroll.run("sentiment", "predict", "--run", folder.resolve(run).toString(), "dull")
        .out();
  }

  private JsonNode result(String run) throws IOException {
    return json(run + "/result.json");
  }

  private JsonNode json(String file) throws IOException {
    return Json.MAPPER.readTree(folder.resolve(file).toFile());
  }

  /** What each epoch gave, without what depends on the clock. */
  private List<String> epochs(String run) throws IOException {
    return Files.readAllLines(folder.resolve(run + "/metrics.jsonl")).stream()
        .map(line -> line.replaceAll("\"(seconds|examples-per-second)\":[^,]*,", ""))
        .toList();
  }
}
