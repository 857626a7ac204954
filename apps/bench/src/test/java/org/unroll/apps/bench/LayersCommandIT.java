package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unroll.core.Json;
import org.unroll.core.cli.Main;
import org.unroll.core.data.Progress;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.node.Cell;
import picocli.CommandLine;

class LayersCommandIT {
  @TempDir private Path folder;

  @Test
  void timesATinyLayerOfEachCell() throws IOException {
    Path file = folder.resolve("rows.json");
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new BenchCommand().command(Progress.SILENT))
            .setOut(new PrintWriter(out))
            .execute(
                "layers",
                "--rounds=2",
                "--turn=5",
                "--threads=1",
                "--case=lstm,3,4,2,5",
                "--case=gru,3,4,2,5",
                "--json=" + file);
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("parameters: 1x1 178, dl4j 178", "sgemm runs at", "GFLOP/s of ours");
    JsonNode rows = Json.MAPPER.readTree(file.toFile());
    assertThat(rows).hasSize(2);
    for (String contender : new String[] {"ours", "dl4j"}) {
      assertThat(rows.get(0).get(contender).get("fit-ms").asDouble()).isPositive();
      assertThat(rows.get(0).get(contender).get("infer-ms").asDouble()).isPositive();
    }
    assertThat(rows.get(1).has("dl4j")).isFalse();
    assertThat(rows.get(1).get("ways").get("1x1")).isEqualTo(rows.get(1).get("ours"));
  }

  /** Batches of several lengths, with masks. */
  @Test
  void timesANetOfWholeSentences() throws IOException {
    Path file = folder.resolve("rows.json");
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new BenchCommand().command(Progress.SILENT))
            .setOut(new PrintWriter(out))
            .execute(
                "layers", "--rounds=1", "--turn=1", "--threads=1", "--case=text", "--json=" + file);
    assertThat(code).isZero();
    assertThat(out.toString()).contains("text  100 128 64 1–52, both ways");
    JsonNode row = Json.MAPPER.readTree(file.toFile()).get(0);
    assertThat(row.get("case").asText()).isEqualTo("text");
    assertThat(row.get("ours").get("fit-ms").asDouble()).isPositive();
    assertThat(row.has("dl4j")).isFalse();
  }

  /** Two layers and both directions in ours and in DL4J's. */
  @Test
  void timesAStackInBothDirections() {
    StackCase stack = new StackCase(Cell.LSTM, 3, 4, 2, 5, new StackCase.Stack(2, true));
    try (Contender ours = GraphContender.ours(stack, Threads.ONE);
        Contender dl4j = GraphContender.dl4j(new Dl4jStack(stack), 1)) {
      LayerBenchmark benchmark = new LayerBenchmark(2, 5, 1);
      Map<String, Timing> timings = benchmark.run(Map.of("ours", ours, "dl4j", dl4j));
      assertThat(benchmark.peak()).isBetween(0.1, 100_000.0);
      assertThat(timings.values())
          .hasSize(2)
          .allSatisfy(timing -> assertThat(timing.fitMs()).isPositive())
          .allSatisfy(timing -> assertThat(timing.inferMs()).isPositive());
    }
  }

  /** Nets of the same size, in ours and, where it has them, in DL4J's. */
  @ParameterizedTest
  @EnumSource
  void timesConvolutions(PictureCase.Net net) {
    PictureCase tiny = new PictureCase(net, 2, net.readsFrames() ? 3 : 1, 8, 10);
    Map<String, Contender> contenders = new LinkedHashMap<>();
    contenders.put("ours", GraphContender.ours(tiny, Threads.ONE));
    Dl4jNet.of(tiny).ifPresent(theirs -> contenders.put("dl4j", GraphContender.dl4j(theirs, 1)));
    assertThat(contenders).hasSize(net == PictureCase.Net.CONV_GRU ? 1 : 2);
    assertThat(contenders.values().stream().map(Contender::parameters).distinct()).hasSize(1);
    assertThat(new LayerBenchmark(1, 1, 1).run(contenders).values())
        .allSatisfy(timing -> assertThat(timing.fitMs()).isPositive())
        .allSatisfy(timing -> assertThat(timing.inferMs()).isPositive());
    contenders.values().forEach(Contender::close);
  }

  @Test
  void theLauncherFindsTheCommandAndMistakesAreTheUsers() {
    assertThat(Main.run("bench", "layers", "--rounds=0")).isEqualTo(2);
    assertThat(Main.run("bench", "layers", "--case=lstm")).isEqualTo(2);
    assertThat(Main.run("bench", "layers", "--json=no/such/folder/rows.json")).isEqualTo(2);
    assertThat(Main.run("bench", "apps", "--steps=0")).isEqualTo(2);
  }
}
