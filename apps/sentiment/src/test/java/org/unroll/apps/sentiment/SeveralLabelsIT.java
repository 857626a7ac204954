package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** Texts with any number of labels, through the command line: tiny trainings on real files. */
class SeveralLabelsIT {
  private static final String ROWS =
      """
      text,label
      a ghost in the old house,horror
      a joke in the old house,comedy
      a kiss in the old house,romance
      a ghost tells a joke,horror|comedy
      a kiss and then a joke,comedy | romance
      a ghost wants a kiss,horror|romance
      a ghost a kiss and a joke,romance|comedy|horror
      nothing in the old house,
      """;

  @TempDir private Path folder;
  private Path films;

  @BeforeEach
  void writeFilms() throws IOException {
    films = Files.writeString(folder.resolve("films.csv"), ROWS);
  }

  private static List<String> settings(Path films) {
    List<String> settings = new ArrayList<>(TinyReviews.settings(films));
    settings.removeIf(setting -> setting.contains("early-stop"));
    settings.add("graph.output.layer=sigmoid");
    settings.add("train.early-stop={metric: micro-f1, patience: 60}");
    return settings;
  }

  private Unroll train(String run, Path films, String... more) {
    List<String> arguments = new ArrayList<>(List.of("sentiment", "train", "--no-ui"));
    arguments.addAll(List.of("--run-dir", folder.resolve(run).toString()));
    for (String setting : settings(films)) {
      arguments.addAll(List.of("-s", setting));
    }
    arguments.addAll(List.of(more));
    return Unroll.run(arguments.toArray(String[]::new));
  }

  private JsonNode result(String run) throws IOException {
    return Json.MAPPER.readTree(folder.resolve(run + "/result.json").toFile());
  }

  @Test
  void setsAreLearntScoredAndPredicted() throws IOException {
    Unroll trained = train("run", films, "--test");
    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();
    assertThat(result("run").at("/metrics/test/exact-match").asDouble()).isEqualTo(1.0);
    assertThat(result("run").at("/metrics/test/average-precision").asDouble()).isEqualTo(1.0);
    assertThat(result("run").at("/baselines/naive-bayes/test/micro-f1").isNumber()).isTrue();
    assertThat(result("run").at("/baselines/most-frequent/test/micro-f1").isNumber()).isTrue();
    assertThat(Files.readString(folder.resolve("run/report.html")))
        .contains("Per label", "exact-match", "class=\"labels\"", "<u>comedy</u>");
    assertThat(Files.readString(folder.resolve("run/samples.jsonl")))
        .contains("\"kind\":\"labels\"", "\"truth\":[\"horror\",\"comedy\"]", "\"truth\":[]");
    predictsSets(folder.resolve("run").toString());
  }

  private void predictsSets(String run) throws IOException {
    Unroll said =
        Unroll.run("sentiment", "predict", "--run", run, "a ghost tells a joke", "nothing");
    assertThat(said.out().lines().toList()).hasSize(2);
    assertThat(said.out()).containsPattern("(horror|comedy) [01]\\.\\d{3}, (horror|comedy)");
    Path answers = folder.resolve("answers.jsonl");
    Unroll.run(
        "sentiment",
        "predict",
        "--run",
        run,
        "--in",
        films.toString(),
        "--out",
        answers.toString());
    JsonNode first = Json.MAPPER.readTree(Files.readAllLines(answers).get(0));
    assertThat(first.get("labels").toString()).isEqualTo("[\"horror\"]");
    assertThat(first.get("probabilities")).hasSize(3);
    Path table = folder.resolve("answers.csv");
    Unroll.run(
        "sentiment", "predict", "--run", run, "--in", films.toString(), "--out", table.toString());
    assertThat(Files.readAllLines(table))
        .startsWith("text,labels,probabilities.comedy,probabilities.horror,probabilities.romance");
    String columns = "data.columns={text: text, label: labels}";
    Unroll again =
        Unroll.run(
            "sentiment",
            "evaluate",
            "--run",
            run,
            "--data",
            table.toString(),
            "-s",
            columns,
            "--json");
    assertThat(again.err()).isEmpty();
    assertThat(Json.MAPPER.readTree(again.out()).get("exact-match").asDouble())
        .as("what was predicted can be read as data")
        .isEqualTo(1.0);
    Unroll strict =
        Unroll.run(
            "sentiment", "evaluate", "--run", run, "-s", "data.labels.threshold=0.9999", "--json");
    assertThat(Json.MAPPER.readTree(strict.out()).get("micro-f1").asDouble()).isLessThan(1);
  }

  @Test
  void listsInJsonAreSets() throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("films.jsonl"),
            """
            {"text": "a ghost tells a joke", "label": ["horror", "comedy"]}
            {"text": "a ghost", "label": ["horror"]}
            {"text": "a joke", "label": "comedy"}
            {"text": "nothing", "label": []}
            {"text": "nothing at all", "label": null}
            """);
    Unroll trained = train("run", lines, "-s", "train.epochs=2");
    assertThat(trained.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("run/samples.jsonl")))
        .contains("\"truth\":[\"horror\",\"comedy\"]");
    assertThat(result("run").at("/metrics/validation/log-loss").isNumber()).isTrue();
  }

  @Test
  void foldsAreScoredTogether() throws IOException {
    StringBuilder rows = new StringBuilder("text,label\n");
    for (int i = 0; i < 30; i++) {
      rows.append("a ghost number %d,horror\na joke number %d,comedy|short\n".formatted(i, i));
    }
    Path file = Files.writeString(folder.resolve("many.csv"), rows);
    String[] folds = {
      "-s",
      "data.train=null",
      "-s",
      "data.validation=null",
      "-s",
      "data.test=null",
      "-s",
      "data.source=" + file,
      "-s",
      "data.folds={of: 2}",
      "-s",
      "train.epochs=3",
      "--test"
    };
    Unroll trained = train("folds", file, folds);
    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();
    assertThat(result("folds").at("/metrics/test/micro-f1").isNumber()).isTrue();
  }

  /**
   * A softmax head beside a sigmoid head: of what only one of them is scored by there is a dash.
   */
  @Test
  void headsOfBothKindsAreCompared() throws IOException {
    Path reviews = TinyReviews.write(folder);
    String run = folder.resolve("compared").toString();
    List<String> command = new ArrayList<>(List.of("sentiment", "compare", "--run-dir", run));
    for (String setting : TinyReviews.settings(reviews)) {
      command.addAll(List.of("-s", setting));
    }
    command.addAll(List.of("-s", "train.epochs=2", "-v", "one:seed=1"));
    command.addAll(List.of("-v", "several:graph.output.layer=sigmoid,seed=1"));
    Unroll compared = Unroll.run(command.toArray(String[]::new));
    assertThat(compared.err()).isEmpty();
    assertThat(compared.exitCode()).isZero();
    assertThat(compared.out()).contains("accuracy", "exact-match", "log-loss", "several");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            List.of(
                "graph.output.layer=softmax",
                "train.early-stop.metric=log-loss",
                "data.max-bad-rows=0.2"),
            List.of("looks like several", "{layer: sigmoid}", "data.labels.separator")),
        Arguments.of(
            List.of("train.early-stop.metric=accuracy"),
            List.of("train.early-stop.metric", "sigmoid", "accuracy", "micro-f1")),
        Arguments.of(
            List.of("graph.output.layer=softmax"),
            List.of("train.early-stop.metric", "softmax", "micro-f1", "accuracy")),
        Arguments.of(
            List.of("graph.output={layer: regression, input: summary}"),
            List.of("graph.output.layer", "{layer: softmax} or {layer: sigmoid}")),
        Arguments.of(List.of("data.labels.separator=''"), List.of("data.labels.separator", "'|'")),
        Arguments.of(List.of("data.labels.threshold=1"), List.of("data.labels.threshold", "1")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatDoesNotFitIsOneMessage(List<String> settings, List<String> message) {
    String[] more = settings.stream().flatMap(s -> Stream.of("-s", s)).toArray(String[]::new);
    Unroll trained = train("run", films, more);
    assertThat(trained.exitCode()).isEqualTo(2);
    assertThat(trained.err()).contains(message).doesNotContain("\tat ").doesNotContain("null");
    assertThat(trained.err().lines()).hasSize(1);
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void oneLabelEachWorksAndIsTold() throws IOException {
    Path reviews = TinyReviews.write(folder);
    Unroll trained = train("run", reviews, "-s", "train.epochs=2");
    assertThat(trained.exitCode()).isZero();
    assertThat(trained.out()).contains("exactly one label", "softmax");
    assertThat(result("run").at("/metrics/validation/macro-f1").isNumber()).isTrue();
  }
}
