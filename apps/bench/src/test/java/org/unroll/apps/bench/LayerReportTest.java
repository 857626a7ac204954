package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unroll.apps.bench.LayerReport.Row;
import org.unroll.core.Json;
import org.unroll.core.graph.node.Cell;

class LayerReportTest {
  private static final LayerCase LSTM =
      new LayerCase(Cell.LSTM, 64, 128, 32, 50, LayerCase.Stack.SINGLE);
  private static final LayerCase GRU =
      new LayerCase(Cell.GRU, 100, 128, 64, 40, new LayerCase.Stack(2, true));

  private static final LayerReport REPORT =
      new LayerReport(
          250,
          List.of(
              new Row(
                  LSTM,
                  Map.of(
                      "ours", new Timing(4, 1),
                      "dl4j", new Timing(120, 28),
                      "pytorch", new Timing(5, 2))),
              new Row(GRU, Map.of("ours", new Timing(0.5, 0.25)))));

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
                "239 (319)"),
            List.of(
                "gru",
                "100 128 64 40, 2 layers, both ways",
                "0.500 (0.250)",
                "–",
                "–",
                "–",
                "–",
                "14518 (9678)"));
    assertThat(REPORT.table().title()).contains("sgemm runs at 250 GFLOP/s");
  }

  @Test
  void theSummaryNamesOnlyRivalsThatTookPart() {
    assertThat(REPORT.summary())
        .containsExactly(
            "lstm, ours/dl4j, geometric mean over 1 shapes: 0.033 (0.036)",
            "lstm, ours/pytorch, geometric mean over 1 shapes: 0.800 (0.500)");
  }

  @Test
  void theFileIsAListOfRows() throws Exception {
    JsonNode rows = Json.MAPPER.readTree(REPORT.json());
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"cell": "lstm", "inputs": 64, "units": 128, "batch": 32, "steps": 50,
                 "layers": 1, "bidirectional": false,
                 "ours": {"fit-ms": 4.0, "infer-ms": 1.0},
                 "dl4j": {"fit-ms": 120.0, "infer-ms": 28.0},
                 "pytorch": {"fit-ms": 5.0, "infer-ms": 2.0}}
                """));
    assertThat(rows.get(1).get("bidirectional").asBoolean()).isTrue();
    assertThat(rows.get(1).has("pytorch")).isFalse();
  }
}
