package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.cli.Main;

class ScaleCommandIT {
  @TempDir private Path folder;

  @Test
  void measuresTheStepsAndTheBytesOfATinyNet() throws IOException {
    Path config = folder.resolve("sentiment-tiny.yaml");
    Files.writeString(
        config,
        """
        graph:
          embed:   {layer: embedding, size: 4, input: tokens}
          encoder: {layer: gru, size: 3, input: embed}
          summary: {vertex: final-state, input: encoder}
          output:  {layer: softmax, input: summary}
        """);
    Path file = folder.resolve("parts.json");
    int code = Main.run("bench", "scale", "-c", config.toString(), "--seconds=1", "--json=" + file);
    assertThat(code).isZero();
    JsonNode measured = Json.MAPPER.readTree(file.toFile());
    assertThat(measured.get("wire").get("bytes-per-second").asDouble()).isGreaterThan(1e6);
    JsonNode row = measured.get("rows").get(0);
    assertThat(row.get("name").asText()).isEqualTo("sentiment-tiny");
    assertThat(row.get("updater").asLong()).isEqualTo(2 * row.get("parameters").asLong());
    assertThat(row.get("line-bytes").asDouble()).isBetween(20.0, 1000.0);
    assertThat(row.get("steps").size()).isGreaterThanOrEqualTo(20);
    JsonNode step = row.get("steps").get(0);
    for (String part : new String[] {"making", "whole", "update", "part", "again"}) {
      assertThat(step.get(part).asDouble()).as(part).isPositive();
    }
    assertThat(step.get("examples").asInt()).isEqualTo(64);
    assertThat(step.get("updates").asInt()).isEqualTo(1);
    assertBytes(row);
  }

  /** All weights and some examples go down, of the gradient fewer rows of the embedding come up. */
  private static void assertBytes(JsonNode row) {
    double weights = 4.0 * (row.get("parameters").asLong() - row.get("frozen").asLong());
    double half = row.get("halves").get("down").asDouble();
    double eighth = row.get("eighths").get("down").asDouble();
    assertThat(eighth).isBetween(weights, half);
    assertThat(row.get("eighths").get("up").asDouble())
        .isBetween(100.0, row.get("halves").get("up").asDouble());
  }

  @Test
  void mistakesAreTheUsers() {
    assertThat(Main.run("bench", "scale", "-c", "configs/sentiment.yaml")).isEqualTo(2);
    assertThat(Main.run("bench", "scale", "-c", "sentiment.yaml", "--json=x.json", "--seconds=0"))
        .isEqualTo(2);
  }
}
