package org.unroll.apps.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** Heads without the level 0.5: whatever counts, draws or feeds one number takes the same one. */
class PointIT {
  private static final int HORIZON = 4;

  @TempDir private Path folder;

  private String run() {
    return folder.resolve("run").toString();
  }

  private void train(List<String> settings, String... more) {
    Unroll trained = Unroll.run(TinyLoad.train(folder.resolve("run"), settings, more));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
  }

  private List<String> settings(boolean recursive, String levels) throws IOException {
    Path load = TinyLoad.write(folder);
    List<String> settings = recursive ? TinyLoad.recursive(load) : TinyLoad.settings(load);
    String skip = recursive ? "" : ", skip: linear";
    settings.add(
        "graph.output={layer: quantiles, levels: " + levels + ", input: decoder" + skip + "}");
    settings.add("train.epochs=4");
    return settings;
  }

  /** Level to value of each step, and the point where the answer has a column of it. */
  private List<JsonNode> predicted(Path in) throws IOException {
    Path answers = folder.resolve("answers.jsonl");
    Unroll predicted =
        Unroll.run(
            "forecast",
            "predict",
            "--run",
            run(),
            "--in",
            in.toString(),
            "--force",
            "--out",
            answers.toString());
    assertThat(predicted.exitCode()).as(predicted.err()).isZero();
    JsonNode load = Json.MAPPER.readTree(answers.toFile()).at("/forecast/load");
    List<JsonNode> steps = new ArrayList<>();
    for (int step = 0; step < HORIZON; step++) {
      int at = step;
      var row = new ObjectMapper().createObjectNode();
      load.properties().forEach(level -> row.set(level.getKey(), level.getValue().get(at)));
      steps.add(row);
    }
    return steps;
  }

  /** Of the one window whose forecast is the one predicted. */
  private JsonNode scored() throws IOException {
    Unroll evaluated =
        Unroll.run(
            "forecast",
            "evaluate",
            "--run",
            run(),
            "--data",
            TinyLoad.window(folder).toString(),
            "--json");
    assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
    return Json.MAPPER.readTree(evaluated.out());
  }

  private static double mae(List<JsonNode> steps, ToDoubleFunction<JsonNode> point) {
    double sum = 0;
    for (int step = 0; step < HORIZON; step++) {
      sum += Math.abs(point.applyAsDouble(steps.get(step)) - TinyLoad.load(168 + step));
    }
    return sum / HORIZON;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | [0.1, 0.9]         | 0.1  | 0.9  | 0.5",
        "false | [0.1, 0.9]         | 0.1  | 0.9  | 0.5",
        "true  | [0.1, 0.25, 0.45]  | 0.45 | 0.45 | 0",
        "false | [0.05, 0.4, 0.8]   | 0.4  | 0.8  | 0.25",
        "true  | [0.9]              | 0.9  | 0.9  | 0",
        "false | [0.7]              | 0.7  | 0.7  | 0"
      })
  void theErrorIsThatOfThePointPredicted(
      boolean recursive, String levels, String below, String above, double share)
      throws IOException {
    train(settings(recursive, levels));
    List<JsonNode> steps = predicted(TinyLoad.tail(folder, HORIZON));
    JsonNode scores = scored();

    double mae =
        mae(
            steps,
            row -> (1 - share) * row.get(below).asDouble() + share * row.get(above).asDouble());
    assertThat(scores.get("mae").asDouble()).isCloseTo(mae, within(1e-9));
    assertThat(mae(steps, row -> row.get("point").asDouble())).isCloseTo(mae, within(1e-9));
    assertThat(scores.has("coverage-80")).isEqualTo(levels.equals("[0.1, 0.9]"));
    assertThat(scores.has("pinball")).isTrue();
  }

  /**
   * The lowest level is a linear function of the number fed and of what is known of the hour: with
   * another last load it changes, hour by hour, by the same multiple of what the number fed
   * changes.
   */
  @Test
  void aRecursiveNetIsFedWithItsPoint() throws IOException {
    List<String> settings = settings(true, "[0.1, 0.9]");
    settings.add(
        "graph={joined: {vertex: concat, input: [future, previous]},"
            + " output: {layer: quantiles, levels: [0.1, 0.9], input: joined}}");
    settings.add("window.scaling=train");
    train(settings);
    Path tail = TinyLoad.tail(folder, HORIZON);
    List<JsonNode> before = predicted(tail);
    String last = Double.toString(TinyLoad.load(167));
    String rows = Files.readString(tail).replace("23:00," + last, "23:00,300");
    List<JsonNode> after = predicted(Files.writeString(folder.resolve("other.csv"), rows));

    double fed = 300 - TinyLoad.load(167);
    double slope = change(before, after, 0, "0.1") / fed;
    assertThat(Math.abs(slope)).isGreaterThan(0.01);
    for (int step = 1; step < HORIZON; step++) {
      double point =
          (change(before, after, step - 1, "0.1") + change(before, after, step - 1, "0.9")) / 2;
      assertThat(change(before, after, step, "0.1")).isCloseTo(slope * point, within(1e-4));
    }
  }

  private static double change(
      List<JsonNode> before, List<JsonNode> after, int step, String level) {
    return after.get(step).get(level).asDouble() - before.get(step).get(level).asDouble();
  }

  @Test
  void reportAndSamplesShowThePoint() throws IOException {
    train(settings(true, "[0.1, 0.9]"), "--test");
    String line = Files.readAllLines(folder.resolve("run/samples.jsonl")).get(0);
    JsonNode sample = Json.MAPPER.readTree(line);
    JsonNode worst = null;
    for (JsonNode chart :
        Json.MAPPER.readTree(folder.resolve("run/charts.json").toFile()).get("test")) {
      worst = chart.get("title").asText().startsWith("Worst 1") ? chart : worst;
    }
    int last = worst.get("steps").size() - 1;

    for (int step = 0; step < HORIZON; step++) {
      double middle =
          (sample.at("/forecast/0.1").get(step).asDouble()
                  + sample.at("/forecast/0.9").get(step).asDouble())
              / 2;
      assertThat(sample.get("point").get(step).asDouble()).isCloseTo(middle, within(1e-9));
    }
    double low = worst.at("/bands/0/low").get(last).asDouble();
    double high = worst.at("/bands/0/high").get(last).asDouble();
    assertThat(worst.at("/lines/1/values").get(last).asDouble())
        .isCloseTo((low + high) / 2, within(2e-2)); // five digits
    assertThat(Files.readString(folder.resolve("run/report.html")))
        .contains("between the quantiles 0.1 and 0.9")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void whatOneLevelCannotScoreIsADash() throws IOException {
    List<String> settings = settings(false, "[0.7]");
    Unroll compared =
        Unroll.run(
            TinyLoad.compare(
                folder.resolve("both"),
                settings,
                "one:train.epochs=1",
                "three:train.epochs=1,graph.output.levels=[0.1,0.5,0.9]"));

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(compared.out()).contains("coverage-80");
    assertThat(
            compared.out().lines().filter(row -> row.startsWith("one ")).findFirst().orElseThrow())
        .contains("–");
    assertThat(Files.readString(folder.resolve("both/one/report.html"))).doesNotContain("NaN");
  }
}
