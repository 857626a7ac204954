package org.unroll.apps.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** The app through its command line: tiny trainings on real files. */
class ForecastIT {
  @TempDir private Path folder;

  private JsonNode result() throws IOException {
    return Json.MAPPER.readTree(folder.resolve("run/result.json").toFile());
  }

  private Unroll train(List<String> settings, String... more) {
    Unroll trained = Unroll.run(TinyLoad.train(folder.resolve("run"), settings, more));
    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();
    return trained;
  }

  private Unroll predict(Path in, Path out) {
    return Unroll.run(
        "forecast",
        "predict",
        "--run",
        folder.resolve("run").toString(),
        "--in",
        in.toString(),
        "--out",
        out.toString());
  }

  @Test
  void aRecursiveNetLearnsItsCycleAndForecastsWithQuantiles() throws IOException {
    train(TinyLoad.recursive(TinyLoad.write(folder)), "--test");
    Path answers = folder.resolve("answers.csv");
    Unroll predicted = predict(TinyLoad.tail(folder, 4), answers);

    assertThat(result().at("/metrics/test/r2").asDouble()).isGreaterThan(0.9); // 0.934 measured
    assertThat(result().at("/metrics/test/coverage-80").asDouble()).isBetween(0.3, 1.0);
    assertThat(predicted.exitCode()).isZero();
    Path lines = folder.resolve("answers.jsonl");
    predict(TinyLoad.tail(folder, 4), lines);
    assertThat(lines).content().contains("\"values\":", "null").doesNotContain("NaN");
    Path windows = folder.resolve("windows.csv");
    String run = folder.resolve("run").toString();
    Unroll.run("forecast", "predict", "--run", run, "--split", "test", "--out", "" + windows);
    assertThat(TinyLoad.meanError(windows))
        .isCloseTo(result().at("/metrics/test/mae").asDouble(), within(1e-3));
    List<String> rows = Files.readAllLines(answers);
    assertThat(rows).hasSize(5);
    assertThat(rows.get(0)).isEqualTo("time,load-0.1,load-0.5,load-0.9");
    for (int step = 0; step < 4; step++) {
      String[] cells = rows.get(step + 1).split(",");
      assertThat(cells[0]).isEqualTo("2024-03-08T0" + step + ":00");
      assertThat(Double.parseDouble(cells[1])).isLessThanOrEqualTo(Double.parseDouble(cells[2]));
      assertThat(Double.parseDouble(cells[2])).isLessThanOrEqualTo(Double.parseDouble(cells[3]));
      assertThat(Double.parseDouble(cells[2]))
          .isCloseTo(TinyLoad.load(168 + step), org.assertj.core.data.Offset.offset(12.0));
    }
  }

  @Test
  void theBaselinesStandBesideTheNetAndTheTestIsCountedAlike() throws IOException {
    List<String> settings = TinyLoad.settings(TinyLoad.write(folder));
    settings.add("train.epochs=2");
    train(settings, "--test");
    Unroll evaluated =
        Unroll.run(
            "forecast",
            "evaluate",
            "--run",
            folder.resolve("run").toString(),
            "--split",
            "test",
            "--json");

    assertThat(Json.MAPPER.readTree(evaluated.out())).isEqualTo(result().at("/metrics/test"));
    JsonNode baselines = result().get("baselines");
    assertThat(baselines.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("naive", "seasonal-naive", "ridge");
    assertThat(baselines.at("/ridge/test/r2").asDouble()).isGreaterThan(0.9);
    assertThat(Files.readAllLines(folder.resolve("run/samples.jsonl"))).hasSize(16);
  }

  @Test
  void theSkipPathAloneAndTheNetWithoutItAreVariants() throws IOException {
    List<String> settings = TinyLoad.settings(TinyLoad.write(folder));
    settings.add("train.epochs=20");
    Unroll compared =
        Unroll.run(
            TinyLoad.compare(
                folder.resolve("parts"),
                settings,
                "without-skip:graph.output.skip=null,graph.linear=null",
                "skip-alone:graph.zero={layer: dense, size: 1, input: future, weight-init: zero,"
                    + " frozen: true},graph.output.input=zero,graph.encoder=null,graph.state=null,"
                    + "graph.decoder=null"));

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    JsonNode rows =
        Json.MAPPER.readTree(folder.resolve("parts/comparison.json").toFile()).get("results");
    assertThat(rows.at("/skip-alone/metrics/validation/r2").asDouble()).isGreaterThan(0.9);
    assertThat(rows.at("/without-skip/metrics/validation/r2").asDouble()).isLessThan(0.9);
  }

  @Test
  void aRefittedNetIsTestedAndKeptAndTheValidationScoresStay() throws IOException {
    List<String> settings = TinyLoad.settings(TinyLoad.write(folder));
    settings.add("graph.linear=null");
    settings.add("graph.output.skip=local-ridge"); // fitted anew too
    settings.add("train.epochs=6");
    train(settings);
    JsonNode plain = result();
    Path run = folder.resolve("run");
    Files.move(run, folder.resolve("plain"));
    settings.add("train.refit=true");
    Unroll trained = train(settings, "--test");
    JsonNode refitted = result();
    byte[] model = Files.readAllBytes(run.resolve("model.zip"));
    Files.delete(run.resolve("report.html"));
    Unroll resumed = Unroll.run("forecast", "train", "--no-ui", "--resume", run.toString());
    Unroll evaluated =
        Unroll.run("forecast", "evaluate", "--run", run.toString(), "--split", "test", "--json");
    Unroll seen = Unroll.run("forecast", "evaluate", "--run", run.toString(), "--json");

    int best = refitted.get("best-epoch").asInt();
    assertThat(trained.out()).contains("refit on train and validation for " + best + " epochs\n");
    assertThat(refitted.at("/metrics/validation")).isEqualTo(plain.at("/metrics/validation"));
    assertThat(Json.MAPPER.readTree(evaluated.out())).isEqualTo(refitted.at("/metrics/test"));
    assertThat(Json.MAPPER.readTree(run.resolve("provenance.json").toFile()).get("refit-epochs"))
        .hasToString(Integer.toString(best));
    assertThat(resumed.out()).doesNotContain("refit on");
    assertThat(result()).isEqualTo(refitted);
    assertThat(run.resolve("model.zip")).hasBinaryContent(model);
    assertThat(seen.err()).contains("note: this net was refit on train and validation");
    assertThat(Json.MAPPER.readTree(seen.out())).isNotEqualTo(refitted.at("/metrics/validation"));
  }

  @Test
  void anInterruptedRefitBeginsAnewAndEndsTheSame() throws IOException {
    List<String> settings = TinyLoad.settings(TinyLoad.write(folder));
    settings.add("train.epochs=3");
    settings.add("graph.linear=null");
    settings.add("graph.output.skip=local-ridge"); // fitted anew too
    settings.add("train.refit=true");
    train(settings, "--test");
    Path run = folder.resolve("run");
    JsonNode whole = result();
    // as if killed between the new bundle and the note of it
    ObjectNode provenance =
        (ObjectNode) Json.MAPPER.readTree(run.resolve("provenance.json").toFile());
    provenance.put("refit-epochs", 0).put("finished", "");
    Json.MAPPER.writeValue(run.resolve("provenance.json").toFile(), provenance);
    Files.delete(run.resolve("result.json"));
    Unroll resumed = Unroll.run("forecast", "train", "--no-ui", "--resume", run.toString());

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("refit on train and validation");
    assertThat(result()).isEqualTo(whole);
  }

  @Test
  void threeFilesAreThreePartsAndTheTestFileIsReadForTheTestAlone() throws IOException {
    Path all = TinyLoad.write(folder);
    List<String> rows = Files.readAllLines(all);
    Path train = part("train.csv", rows, 0, 90);
    Path validation = part("validation.csv", rows, 90, 125);
    List<String> settings = TinyLoad.settings(all);
    settings.add(
        "data={source: null, split: null, train: %s, validation: %s, test: %s/test.csv}"
            .formatted(train, validation, folder));
    settings.add("train.epochs=1");
    train(settings);
    part("test.csv", rows, 125, 160);
    Unroll evaluated =
        Unroll.run(
            "forecast", "evaluate", "--run", folder.resolve("run").toString(), "--split", "test");
    Unroll onFile =
        Unroll.run(
            "forecast",
            "evaluate",
            "--run",
            folder.resolve("run").toString(),
            "--data",
            all.toString());

    assertThat(evaluated.err()).contains("missing values masked");
    assertThat(evaluated.out()).contains("windows     32").contains("values     128");
    // 149 places, 10 of them without a past or a target in the hole
    assertThat(onFile.out()).contains("windows    139");
  }

  private Path part(String name, List<String> rows, int from, int to) throws IOException {
    List<String> part = new java.util.ArrayList<>(List.of(rows.get(0)));
    part.addAll(rows.subList(1 + from, 1 + to));
    return Files.write(folder.resolve(name), part);
  }

  @Test
  void missingFutureValuesAreNamed() throws IOException {
    List<String> settings = TinyLoad.settings(TinyLoad.write(folder));
    settings.add("train.epochs=1");
    train(settings);
    Unroll predicted = predict(TinyLoad.tail(folder, 2), folder.resolve("answers.csv"));

    assertThat(predicted.exitCode()).isEqualTo(2);
    assertThat(predicted.err())
        .contains("'temperature' at 2 of the hours: 2024-03-08T02:00, 2024-03-08T03:00")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("answers.csv")).doesNotExist();
  }

  @Test
  void anExPostRunSaysSoInEveryTable() throws IOException {
    List<String> settings = TinyLoad.settings(TinyLoad.write(folder));
    settings.add("train.epochs=1");
    settings.add("series.ex-post=[temperature]");
    Unroll trained = train(settings);
    String note = "(ex post: sees actual future values)";
    Unroll evaluated =
        Unroll.run("forecast", "evaluate", "--run", folder.resolve("run").toString());

    assertThat(trained.out()).contains("ex post: forecasts see what happened: [temperature]");
    assertThat(trained.out()).contains("Scores on the validation split " + note);
    assertThat(trained.out()).contains("Error by hour " + note, "Counted " + note);
    assertThat(evaluated.out()).startsWith("Scores on the validation split " + note + "\n");
    assertThat(result().get("remark").asText()).startsWith("ex post");
    String report = Files.readString(folder.resolve("run/report.html"));
    assertThat(report).contains("validation split " + note, "load against temperature " + note);
    Files.delete(folder.resolve("run/result.json")); // as it was before the end
    Unroll.run("forecast", "report", "--run", folder.resolve("run").toString());
    assertThat(Files.readString(folder.resolve("run/report.html")))
        .contains("unfinished", "validation split " + note);
  }

  @Test
  void theReportDrawsTheForecasts() throws IOException {
    List<String> settings = TinyLoad.recursive(TinyLoad.write(folder));
    settings.add("train.epochs=2");
    train(settings, "--test");
    JsonNode charts = Json.MAPPER.readTree(folder.resolve("run/charts.json").toFile()).get("test");
    List<String> titles = charts.findValuesAsText("title");

    assertThat(result().has("remark")).isFalse();
    assertThat(titles)
        .startsWith(
            "Error by step of the horizon",
            "Error by hour",
            "Error by weekday",
            "load against temperature");
    assertThat(titles.subList(4, 6)).allMatch(t -> t.startsWith("Worst "));
    assertThat(titles.subList(6, titles.size()))
        .singleElement()
        .asString()
        .startsWith("Reliability: quantiles off by 0.");
    JsonNode day = charts.get(4);
    assertThat(day.get("bands")).hasSize(1);
    List<String> times = new java.util.ArrayList<>();
    day.get("steps").forEach(step -> times.add(step.asText()));
    int first = day.at("/marks/0/step").asInt();
    assertThat(times.get(first)).endsWith("T00:00");
    // the day before has truths alone, every hour of the day a forecast
    JsonNode forecast = day.at("/lines/1/values");
    for (int step = 0; step < times.size(); step++) {
      assertThat(forecast.get(step).isNumber()).as(times.get(step)).isEqualTo(step >= first);
    }
    String report = Files.readString(folder.resolve("run/report.html"));
    assertThat(report).contains("Forecasts and what came", "<summary>as a table</summary>");
    assertThat(report).doesNotContain("NaN", "Infinity");
  }

  @Test
  void seriesOfAnyNameAreForecastALineAnHour() throws IOException {
    List<String> settings = TinyLoad.settings(named(TinyLoad.write(folder)));
    settings.add("series.id=plant");
    settings.add("train.epochs=1");
    Unroll trained = train(settings);
    Unroll predicted =
        Unroll.run(
            "forecast",
            "predict",
            "--run",
            folder.resolve("run").toString(),
            "--in",
            named(TinyLoad.tail(folder, 4)).toString());

    assertThat(trained.out()).contains("missing values", "north\\n\"1\"").doesNotContain("north\n");
    assertThat(predicted.exitCode()).as(predicted.err()).isZero();
    assertThat(predicted.out().lines())
        .hasSize(4)
        .allMatch(line -> line.matches("north\\\\n\"1\"  2024-03-08T0\\d:00  [\\d.]+"));
    assertThat(Files.readString(folder.resolve("run/report.html")))
        .contains("north\n&quot;1&quot;");
  }

  /** The same file with a column for the name of its series. */
  private static Path named(Path file) throws IOException {
    List<String> rows = new java.util.ArrayList<>();
    for (String row : Files.readAllLines(file)) {
      rows.add(row + (rows.isEmpty() ? ",plant" : ",\"north\n\"\"1\"\"\""));
    }
    return Files.write(file, rows);
  }

  @Test
  void aLineIsNoInput() throws IOException {
    List<String> settings = TinyLoad.settings(TinyLoad.write(folder));
    settings.add("train.epochs=1");
    train(settings);
    Unroll predicted =
        Unroll.run("forecast", "predict", "--run", folder.resolve("run").toString(), "17");

    assertThat(predicted.exitCode()).isEqualTo(2);
    assertThat(predicted.err()).contains("--in FILE.csv");
  }

  @Test
  void aFileOfAnotherStepIsRefusedAndStampsAreWrittenAsTheyCame() throws IOException {
    Path file = TinyLoad.write(folder);
    Files.writeString(file, Files.readString(file).replace(":00,", ":00Z,"));
    List<String> settings = TinyLoad.settings(file);
    settings.add("train.epochs=1");
    train(settings);
    Path tail = TinyLoad.tail(folder, 4);
    Files.writeString(tail, Files.readString(tail).replace(":00,", ":00Z,"));
    Path answers = folder.resolve("answers.csv");
    predict(tail, answers);
    Path half = folder.resolve("half.csv");
    StringBuilder rows = new StringBuilder("timestamp,load,temperature\n");
    for (int i = 0; i < 48; i++) {
      rows.append("2024-03-08 %02d:%02d,%d,1%n".formatted(i / 2, i % 2 * 30, i));
    }
    Files.writeString(half, rows);
    Unroll predicted = predict(half, folder.resolve("half-answers.csv"));
    String run = folder.resolve("run").toString();
    Unroll evaluated = Unroll.run("forecast", "evaluate", "--run", run, "--data", half.toString());

    assertThat(Files.readAllLines(answers).get(1)).startsWith("2024-03-08T00:00Z,");
    String refusal =
        "the net was trained on steps of 1 hour, %s has 30 minutes; bring it to".formatted(half);
    assertThat(predicted.exitCode()).isEqualTo(2);
    assertThat(predicted.err()).contains(refusal);
    assertThat(evaluated.exitCode()).isEqualTo(2);
    assertThat(evaluated.err()).contains(refusal);
  }
}
