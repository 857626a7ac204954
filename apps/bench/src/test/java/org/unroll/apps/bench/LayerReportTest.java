package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unroll.core.Json;
import org.unroll.core.graph.node.Cell;

class LayerReportTest {
  private static final LayerCase LSTM =
      new StackCase(Cell.LSTM, 64, 128, 32, 50, StackCase.Stack.SINGLE);
  private static final LayerCase GRU =
      new StackCase(Cell.GRU, 100, 128, 64, 40, new StackCase.Stack(2, true));

  private static final LayerReport REPORT =
      new LayerReport(
          250,
          List.of(
              new LayerRow(
                  LSTM,
                  Map.of("1x2", new Timing(4, 3), "2x1", new Timing(5, 1)),
                  Map.of("dl4j", new Timing(120, 28), "pytorch", new Timing(5, 2))),
              row(GRU, new Timing(0.5, 0.25), Map.of()),
              row(new TextCase(), new Timing(8, 2), Map.of("pytorch", new Timing(16, 6)))));

  private static LayerRow row(LayerCase layers, Timing ours, Map<String, Timing> rivals) {
    return new LayerRow(layers, Map.of("1x2", ours), rivals);
  }

  @Test
  void theTableHoldsTimesAndRatios() {
    // 2 * (4 * 128 * (64 + 128) + 128 * 10) * 32 * 50 = 318.7 million operations a forward pass
    // and 2 * (6 * 128 * (100 + 128) + 6 * 128 * (256 + 128) + 256 * 10) * 64 * 40 = 2,420 million
    assertThat(REPORT.table().rows())
        .containsExactly(
            List.of(
                "lstm",
                "64 128 32 50",
                "4.00 (1.00)",
                "120 (28.00)",
                "5.00 (2.00)",
                "0.033 (0.036)",
                "0.800 (0.500)",
                "8,000 (32,000)",
                "239 (319)"),
            List.of(
                "gru",
                "100 128 64 40, 2 layers, both ways",
                "0.500 (0.250)",
                "–",
                "–",
                "–",
                "–",
                "128,000 (256,000)",
                "14518 (9678)"),
            List.of(
                "text",
                "100 128 64 1–52, both ways",
                "8.00 (2.00)",
                "–",
                "16.00 (6.00)",
                "–",
                "0.500 (0.333)",
                "8,000 (32,000)",
                "–"));
    assertThat(REPORT.table().title()).contains("sgemm runs at 250 GFLOP/s");
  }

  @Test
  void theSummaryIsOfSeveralShapesAndOfRivalsThatTookPart() {
    Map<String, Timing> pytorch = Map.of("pytorch", new Timing(5, 2));
    LayerReport report =
        new LayerReport(
            250,
            List.of(
                row(LSTM, new Timing(4, 1), pytorch),
                row(LSTM, new Timing(1, 4), pytorch),
                row(LSTM, new Timing(1, 1), Map.of()),
                row(GRU, new Timing(1, 1), pytorch)));
    assertThat(report.summary())
        .containsExactly("lstm, ours/pytorch, geometric mean over 2 shapes: 0.400 (1.000)");
  }

  @Test
  void whateverIsNoRivalIsAWayOfOurs() {
    Timing timing = new Timing(1, 1);
    LayerRow row = LayerRow.of(GRU, Map.of("1x2", timing, "2x1", timing, "pytorch", timing));
    assertThat(row.ways()).containsOnlyKeys("1x2", "2x1");
    assertThat(row.rivals()).containsOnlyKeys("pytorch");
  }

  @Test
  void theFileIsAListOfRows() throws Exception {
    JsonNode rows = Json.MAPPER.readTree(REPORT.json());
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"case": "lstm,64,128,32,50",
                 "cell": "lstm", "inputs": 64, "units": 128, "batch": 32, "steps": 50,
                 "layers": 1, "bidirectional": false,
                 "ours": {"fit-ms": 4.0, "infer-ms": 1.0},
                 "ways": {"1x2": {"fit-ms": 4.0, "infer-ms": 3.0},
                          "2x1": {"fit-ms": 5.0, "infer-ms": 1.0}},
                 "dl4j": {"fit-ms": 120.0, "infer-ms": 28.0},
                 "pytorch": {"fit-ms": 5.0, "infer-ms": 2.0}}
                """));
    assertThat(rows.get(1).get("bidirectional").asBoolean()).isTrue();
    assertThat(rows.get(1).has("pytorch")).isFalse();
    assertThat(rows.get(2).get("case").asText()).isEqualTo("text");
    assertThat(rows.get(2).get("batches").asInt()).isEqualTo(40);
  }
}
