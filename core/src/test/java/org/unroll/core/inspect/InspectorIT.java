package org.unroll.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Engine;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.metric.Chart;

class InspectorIT {
  private static Inspection inspect(ComputationGraph graph, MultiDataSet batch) {
    return Inspector.inspect(graph, batch, 8, List.of()).orElseThrow();
  }

  private static Inspection fresh(CellType type, DataType precision, MultiDataSet batch) {
    return inspect(FirstSymbol.net(type, precision), batch);
  }

  private static Panel panel(Inspection inspection, String title) {
    return inspection.panels().stream()
        .filter(panel -> panel.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static MultiDataSet batch(DataType precision, int padding) {
    return FirstSymbol.batch(precision, 12, padding, new Random(9));
  }

  @Test
  void theGradientOfAPlainNetFallsAndThatOfAnLstmDoesNot() {
    GradientCurve plain = trained(CellType.TANH);
    GradientCurve lstm = trained(CellType.LSTM);

    assertThat(plain.vanishedAt().orElse(FirstSymbol.STEPS)).as("" + plain).isLessThan(25);
    assertThat(plain.factor()).isLessThan(0.85);
    assertThat(kept(plain)).isLessThan(0.05);
    assertThat(kept(lstm)).as("" + lstm).isGreaterThan(0.3);
    assertThat(furthest(lstm)).isGreaterThan(10 * furthest(plain));
  }

  private static double furthest(GradientCurve curve) {
    return curve.values().get(FirstSymbol.STEPS - 1);
  }

  /** What is left of it on the further half of the way. */
  private static double kept(GradientCurve curve) {
    return furthest(curve) / curve.values().get(FirstSymbol.STEPS / 2);
  }

  private static GradientCurve trained(CellType type) {
    ComputationGraph graph = FirstSymbol.net(type, DataType.FLOAT);
    Engine engine = Engine.local(graph, OptionalDouble.of(1));
    Random random = new Random(1);
    for (int step = 0; step < 100; step++) {
      engine.step(new Batch(FirstSymbol.batch(DataType.FLOAT, 32, 0, random), new int[32]));
    }
    return inspect(graph, batch(DataType.FLOAT, 0)).gradients().get(0);
  }

  @Test
  void itsNumbersAreThoseOfTheLossByTheWeights() {
    MultiDataSet data = batch(DataType.DOUBLE, 10);
    ComputationGraph graph = FirstSymbol.net(CellType.TANH, DataType.DOUBLE);
    GradientCurve curve = fresh(CellType.TANH, DataType.DOUBLE, data).gradients().get(0);
    INDArray recurrent = graph.getParam("cell_RW"); // [u, u]
    recurrent.assign(0);

    assertThat(curve.values()).hasSize(FirstSymbol.STEPS).startsWith(1.0);
    assertThat(inspect(graph, data).gradients().get(0).values().get(1))
        .as("without recurrent weights nothing comes from before the last step")
        .isZero();
  }

  @Test
  void garbageInMaskedStepsChangesNothing() {
    for (CellType type : CellType.values()) {
      MultiDataSet clean = batch(DataType.FLOAT, 10);
      MultiDataSet dirty = batch(DataType.FLOAT, 10);
      for (int b = 1; b < 12; b += 2) {
        for (int t = FirstSymbol.STEPS - 10; t < FirstSymbol.STEPS; t++) {
          dirty.getFeatures(0).putScalar(b, 0, t, 1e4 * t);
          dirty.getLabels(0).putScalar(b, 1, t, 77);
        }
      }
      assertThat(fresh(type, DataType.FLOAT, dirty))
          .as("" + type)
          .isEqualTo(fresh(type, DataType.FLOAT, clean));
    }
  }

  @Test
  void ofSeveralLabelsTheLastAloneIsTaken() {
    MultiDataSet asked = batch(DataType.FLOAT, 10);
    MultiDataSet all = batch(DataType.FLOAT, 10);
    INDArray mask = all.getFeaturesMaskArray(0).dup(); // [b, t]
    all.setLabelsMaskArray(0, mask);
    for (int b = 0; b < 12; b++) {
      all.getLabels(0).putScalar(b, 0, 3, 1);
    }
    assertThat(fresh(CellType.GRU, DataType.FLOAT, all))
        .isEqualTo(fresh(CellType.GRU, DataType.FLOAT, asked));
    assertThat(mask.sumNumber().intValue())
        .as("the batch is left as it was")
        .isEqualTo(12 * FirstSymbol.STEPS - 60);
  }

  @Test
  void ofBothDirectionsEachIsLookedAtFromWhereItEnds() {
    MultiDataSet all = batch(DataType.FLOAT, 10);
    all.setLabelsMaskArray(0, all.getFeaturesMaskArray(0).dup());
    all.getLabels(0).assign(0.5);
    Inspection inspection = inspect(FirstSymbol.bothWays(CellType.GRU), all);

    assertThat(inspection.gradients())
        .extracting(GradientCurve::layer)
        .containsExactly("cell forwards", "cell backwards");
    assertThat(inspection.gradients()).allSatisfy(curve -> assertThat(curve.begin()).hasValue(0));
    assertThat(inspection.gradients()).allSatisfy(curve -> assertThat(curve.factor()).isPositive());
  }

  @Test
  void longSequencesAreCut() {
    ComputationGraph graph = FirstSymbol.net(CellType.LSTM, DataType.FLOAT);
    MultiDataSet data =
        new MultiDataSet(
            Nd4j.rand(DataType.FLOAT, 9, 1, 400), Nd4j.ones(DataType.FLOAT, 9, 2, 400).muli(0.5));
    Inspection inspection = inspect(graph, data);

    assertThat(inspection.steps()).isEqualTo(256);
    assertThat(inspection.examples()).isEqualTo(8);
    assertThat(inspection.gradients().get(0).values()).hasSize(256);
    assertThat(inspection.panels()).hasSize(5);
    assertThat(inspection.scope()).isEqualTo("8 training examples of up to 256 steps");
  }

  @Test
  void saturatedGatesAreCounted() {
    ComputationGraph graph = FirstSymbol.net(CellType.LSTM, DataType.FLOAT);
    graph.params().assign(0);
    INDArray bias = graph.getParam("cell_b"); // [1, 4 u]: i, f, g, o
    for (int unit = 0; unit < 12; unit++) {
      bias.putScalar(0, unit, -9); // closed
      bias.putScalar(0, 12 + unit, unit < 6 ? 9 : 0); // half of them open
    }
    Inspection inspection = inspect(graph, batch(DataType.FLOAT, 10));
    Panel panel = panel(inspection, "Gates and saturation");

    assertThat(panel.tables().get(0).rows())
        .containsExactly(
            List.of("cell", "input", "100.0 %", "0.0 %", "0.0 %"),
            List.of("cell", "forget", "0.0 %", "50.0 %", "50.0 %"),
            List.of("cell", "output", "0.0 %", "0.0 %", "100.0 %"));
    Chart.Cloud forget = ((Chart.Points) panel.charts().get(0)).clouds().get(1);
    assertThat(forget.x()).containsOnly(0.0);
    assertThat(forget.y()).startsWith(1.0, 1.0).endsWith(0.0, 0.0);
  }

  @Test
  void deadUnitsAreCounted() {
    ComputationGraph graph = FirstSymbol.net(CellType.RELU, DataType.FLOAT);
    graph.params().assign(0);
    graph.getParam("cell_b").putScalar(0, 4, 1);
    Inspection inspection = inspect(graph, batch(DataType.FLOAT, 0));
    Panel panel = panel(inspection, "Gates and saturation");

    assertThat(panel.charts()).isEmpty();
    assertThat(panel.tables().get(0).rows()).containsExactly(List.of("cell", "12", "11", "91.7 %"));
  }

  @Test
  void waysStayTogetherWhereExamplesAreAlike() {
    MultiDataSet data = batch(DataType.FLOAT, 0);
    for (int b = 1; b < 12; b++) {
      data.getFeatures(0).putSlice(b, data.getFeatures(0).slice(0).dup());
    }
    Inspection inspection = fresh(CellType.GRU, DataType.FLOAT, data);
    Chart.Paths ways = (Chart.Paths) panel(inspection, "Ways of the state").charts().get(0);

    assertThat(ways.paths()).hasSize(160 / FirstSymbol.STEPS);
    assertThat(ways.paths().get(3).x())
        .isEqualTo(ways.paths().get(0).x())
        .hasSize(FirstSymbol.STEPS);
    assertThat(ways.across()).containsPattern("^1st component, \\d+ % of the variance$");
  }

  @Test
  void theUnitsThatChangeMostComeFirst() {
    ComputationGraph graph = FirstSymbol.net(CellType.TANH, DataType.FLOAT);
    graph.params().assign(0);
    INDArray weights = graph.getParam("cell_W"); // [1, u]
    weights.putScalar(0, 7, 0.5);
    weights.putScalar(0, 2, 0.1);
    MultiDataSet data = batch(DataType.FLOAT, 0);
    Panel panel = panel(inspect(graph, data), "Units while an example is read");
    Chart.Heat units = (Chart.Heat) panel.charts().get(0);

    assertThat(units.rows()).hasSize(12).startsWith("unit 7", "unit 2");
    assertThat(units.limit()).isEqualTo(1);
    double read = data.getFeatures(0).getDouble(0, 0, 5);
    assertThat(units.values().get(0).get(5)).isCloseTo(Math.tanh(0.5 * read), within(0.006));
  }
}
