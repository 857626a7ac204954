package org.unroll.apps.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** The simple models beside a net that hardly learnt: what is said of it, and how they answer. */
class SimpleModelsIT {
  @TempDir private Path folder;

  private JsonNode result() throws IOException {
    return Json.MAPPER.readTree(folder.resolve("run/result.json").toFile());
  }

  private Unroll asked(String command, String... more) {
    List<String> all = new ArrayList<>(List.of("forecast", command));
    all.addAll(List.of("--run", folder.resolve("run").toString()));
    all.addAll(List.of(more));
    return Unroll.run(all.toArray(String[]::new));
  }

  private JsonNode json(String... more) throws IOException {
    Unroll evaluated = asked("evaluate", more);
    assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
    return Json.MAPPER.readTree(evaluated.out());
  }

  @Test
  void theyAnswerWithoutTheDataOfTheTraining() throws IOException {
    Path load = TinyLoad.write(folder);
    List<String> settings = TinyLoad.settings(load);
    settings.add("graph.linear=null");
    settings.add("graph.output.skip=local-ridge");
    settings.add("train.epochs=1");
    settings.add("baselines.refit=true");
    Unroll trained = Unroll.run(TinyLoad.train(folder.resolve("run"), settings, "--test"));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    for (String model : List.of("naive", "seasonal-naive", "ridge", "local-ridge")) {
      assertThat(json("--split", "test", "--json", "--model", model))
          .isEqualTo(result().at("/baselines/" + model + "/test"));
    }
    assertThat(json("--split", "validation", "--json", "--model", "ridge"))
        .isEqualTo(result().at("/baselines/ridge/validation"));
    for (String model : List.of("naive", "seasonal-naive", "ridge", "local-ridge", "")) {
      assertScoresOfPredictions(model);
    }
    Path tail = TinyLoad.tail(folder, 4);
    Path came = TinyLoad.window(folder);
    Files.delete(load);
    for (String model : List.of("naive", "ridge")) {
      Path answers = folder.resolve(model + ".csv");
      Unroll predicted =
          asked("predict", "--model", model, "--in", tail.toString(), "--out", answers.toString());
      assertThat(predicted.exitCode()).as(predicted.err()).isZero();
      double error = 0;
      List<String> rows = Files.readAllLines(answers);
      assertThat(rows.get(0)).isEqualTo("time,load-0.5");
      for (int step = 0; step < 4; step++) {
        double said = Double.parseDouble(rows.get(step + 1).split(",")[1]);
        error += Math.abs(said - TinyLoad.load(168 + step)) / 4;
      }
      assertThat(json("--data", came.toString(), "--json", "--model", model).get("mae").asDouble())
          .isCloseTo(error, within(1e-9));
    }
    for (String model : List.of("seasonal-naive", "local-ridge")) {
      Unroll refused = asked("predict", "--model", model, "--in", tail.toString());
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err())
          .contains("only 8 steps up to", "what forecasts looks 24 back (a season of 24)");
      String longer = TinyLoad.longTail(folder, 4).toString();
      assertThat(asked("predict", "--model", model, "--in", longer).exitCode()).isZero();
    }
    Unroll unknown = asked("predict", "--model", "bayes", "--in", tail.toString());
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("no model 'bayes'", "naive, seasonal-naive, ridge, local-ridge");
  }

  /** A day before a window of eight hours is looked at too. */
  private void assertScoresOfPredictions(String model) throws IOException {
    List<String> named = model.isEmpty() ? List.of() : List.of("--model", model);
    Path answers = folder.resolve("windows.csv");
    List<String> asked =
        new ArrayList<>(List.of("--split", "test", "--force", "--out", answers.toString()));
    asked.addAll(named);
    Unroll predicted = asked("predict", asked.toArray(String[]::new));
    assertThat(predicted.exitCode()).as(predicted.err()).isZero();
    JsonNode scored =
        result().at(model.isEmpty() ? "/metrics/test" : "/baselines/" + model + "/test");
    assertThat(TinyLoad.meanError(answers))
        .as(model)
        .isCloseTo(scored.get("mae").asDouble(), within(1e-3));
  }

  @Test
  void aNetThatIsWorseIsToldInEveryPlace() throws IOException {
    List<String> settings = TinyLoad.settings(TinyLoad.write(folder));
    settings.add("train.epochs=1");
    settings.add("graph.linear=null");
    settings.add("graph.output.skip=null");
    Unroll trained = Unroll.run(TinyLoad.train(folder.resolve("run"), settings));
    JsonNode verdict = result().at("/verdict/validation");
    String text = verdict.get("text").asText();

    assertThat(verdict.get("says").asText()).isEqualTo("worse");
    assertThat(verdict.get("metric").asText()).isEqualTo("mae");
    assertThat(text)
        .startsWith("seasonal-naive is better here than this net: mae ")
        .contains(
            "Use it (predict --model seasonal-naive), or try skip: local-ridge", "window.past");
    assertThat(trained.out()).contains("\n" + text + "\n");
    assertThat(asked("evaluate").out()).contains("seasonal-naive", text);
    assertThat(Files.readString(folder.resolve("run/report.html"))).contains(text);
    Unroll compared =
        Unroll.run(TinyLoad.compare(folder.resolve("both"), settings, "longer:train.epochs=2"));
    assertThat(compared.out())
        .contains("\ndefault: seasonal-naive is", "\nlonger: seasonal-naive is");
  }
}
