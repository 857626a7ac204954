package org.unroll.apps.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/**
 * Nets that are too sure of what they learnt by heart, and their bands once they are calibrated.
 */
class BandsIT {
  @TempDir private Path folder;

  /** Two series of other sizes around a daily course; nothing else of them can be known. */
  private Path noise() throws IOException {
    Random random = new Random(3);
    StringBuilder rows = new StringBuilder("timestamp,plant,load,heat\n");
    for (int plant = 1; plant <= 2; plant++) {
      for (int hour = 0; hour < 1_600; hour++) {
        double course = Math.sin(hour % 24 * Math.PI / 12);
        rows.append(
            "%s,%d,%.4f,%.4f%n"
                .formatted(
                    java.time.LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(hour),
                    plant,
                    plant * plant * (100 + 10 * course + 3 * random.nextGaussian()),
                    course + random.nextGaussian()));
      }
    }
    return Files.writeString(folder.resolve("noise.csv"), rows);
  }

  private List<String> settings(String scaling, boolean recursive) throws IOException {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "data={source: "
                    + noise()
                    + ", batch: 64, windows-per-epoch: 300,"
                    + " split: {fractions: [0.2, 0.4, 0.4]}}",
                "series={targets: [load, heat], id: plant, calendar: [hour], future: []}",
                "window={past: 12, horizon: 6, scaling: " + scaling + "}",
                "baselines.ridge=false",
                "train={epochs: 8, updater: {adam: 0.02}, schedule: null, early-stop: {metric: mae, patience: 60}}"));
    String decoder =
        recursive
            ? "joined: {vertex: concat, input: [future, previous]},"
                + " decoder: {layer: gru, size: 16, input: joined, initial-state: state},"
            : "decoder: {layer: gru, size: 16, input: future, initial-state: state},";
    settings.add(
        "graph={encoder: {layer: gru, size: 16, input: past},"
            + " state: {vertex: final-state, input: encoder},"
            + decoder
            + " output: {layer: quantiles, levels: [0.1, 0.5, 0.9], input: decoder}}");
    return settings;
  }

  private JsonNode train(String name, List<String> settings, String... more) throws IOException {
    Unroll trained = Unroll.run(TinyLoad.train(folder.resolve(name), settings, more));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    return Json.MAPPER.readTree(folder.resolve(name + "/result.json").toFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "series", "window", "last"})
  void aBandHoldsItsShareOnBothSplitsAndErrorsStay(String scaling) throws IOException {
    List<String> settings = settings(scaling, scaling.equals("series"));
    JsonNode calibrated = train("run", settings, "--test");
    settings.add("calibrate=false");
    JsonNode plain = train("plain", settings, "--test");
    JsonNode evaluated =
        Json.MAPPER.readTree(
            Unroll.run(
                    "forecast",
                    "evaluate",
                    "--run",
                    folder.resolve("run").toString(),
                    "--split",
                    "test",
                    "--json")
                .out());

    assertThat(calibrated.at("/metrics/validation/coverage-80").asDouble())
        .isCloseTo(0.8, within(0.01));
    assertThat(calibrated.at("/metrics/test/coverage-80").asDouble()).isCloseTo(0.8, within(0.03));
    assertThat(evaluated).isEqualTo(calibrated.at("/metrics/test"));
    for (String same : List.of("mae", "rmse", "mase", "smape")) {
      // two trainings: under AVX2 oneDNN's sums hang on where an array lies, in the last digits
      String path = "/metrics/test/" + same;
      assertThat(calibrated.at(path).asDouble())
          .isCloseTo(plain.at(path).asDouble(), withinPercentage(0.001));
    }
  }

  @Test
  void aRefittedNetHasTheBandsOfTheOneBeforeIt() throws IOException {
    List<String> settings = settings("train", false);
    settings.add("train.epochs=2");
    settings.add("train.refit=true");
    JsonNode result = train("run", settings, "--test");
    Path run = folder.resolve("run");
    assertThat(result.at("/metrics/validation/coverage-80").asDouble())
        .isCloseTo(0.8, within(0.03));
    Bands bands = bands(run.resolve("model.zip"));
    assertThat(bands)
        .usingRecursiveComparison()
        .isEqualTo(bands(run.resolve("checkpoints/chosen.zip")));
    Unroll seen = Unroll.run("forecast", "evaluate", "--run", run.toString());
    assertThat(seen.out()).contains("what the bands were calibrated on", "each step by itself");
  }

  private Bands bands(Path bundle) throws IOException {
    Path fitted = Files.createTempDirectory(folder, "fitted");
    org.unroll.core.run.ModelBundle.extractFitted(bundle, fitted);
    return Bands.load(fitted).orElseThrow();
  }
}
