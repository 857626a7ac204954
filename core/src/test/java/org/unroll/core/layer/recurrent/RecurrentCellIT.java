package org.unroll.core.layer.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.unroll.core.layer.recurrent.CellGraphs.UNITS;
import static org.unroll.core.layer.recurrent.CellGraphs.cell;
import static org.unroll.core.layer.recurrent.CellGraphs.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.harness.Distance;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.PlainCell;
import org.unroll.core.layer.cell.PlainEngine;
import org.unroll.core.layer.onednn.OneDnnEngine;

/** The layer in a graph, on the engine that this machine chooses. */
class RecurrentCellIT {
  /** Our gates i, f, g, o as blocks of DL4J's LSTM, whose names and order are its own. */
  private static final int[] DL4J_BLOCKS = {3, 1, 0, 2};

  private static RecurrentCell.Builder builder(CellType type) {
    return new RecurrentCell.Builder(type);
  }

  private static ComputationGraph floats(CellType type) {
    return CellGraphs.of(builder(type), DataType.FLOAT);
  }

  @Test
  void singlePrecisionRunsOnOneDnnAndDoubleDoesNot() {
    CellInput read =
        RandomCase.of(CellType.LSTM, RandomCase.Masks.FULL, DataType.FLOAT, new Random(1)).input();
    CellInput exact =
        RandomCase.of(CellType.LSTM, RandomCase.Masks.FULL, DataType.DOUBLE, new Random(1)).input();
    EngineChoice engines = new EngineChoice(CellType.LSTM);
    assertThat(EngineChoice.describe()).isEqualTo("oneDNN 2.5.2");
    assertThat(engines.choose(read)).isInstanceOf(OneDnnEngine.class);
    assertThat(engines.choose(exact)).isInstanceOf(PlainEngine.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void lstmIsDl4jsLstm(DataType type) {
    ComputationGraph ours = CellGraphs.of(builder(CellType.LSTM), type);
    ComputationGraph theirs = CellGraphs.of(new LSTM.Builder().activation(Activation.TANH), type);
    for (String name : List.of("W", "RW", "b")) {
      copyGates(ours.getLayer("cell").getParam(name), theirs.getLayer("cell").getParam(name));
    }
    for (String name : List.of("W", "b")) {
      theirs.getLayer("out").getParam(name).assign(ours.getLayer("out").getParam(name));
    }
    double error = type == DataType.FLOAT ? 1e-5 : 1e-12;
    MultiDataSet data = CellGraphs.data(type, 4, 9, new Random(2));
    INDArray expected = theirs.output(data.getFeatures())[0]; // [b, 2, t]
    assertThat(Distance.between(ours.output(data.getFeatures())[0], expected)).isLessThan(error);
    gradient(ours, data);
    gradient(theirs, data);
    for (String name : List.of("cell_W", "cell_RW", "cell_b")) {
      INDArray our = ours.gradient().getGradientFor(name);
      INDArray reordered = our.ulike(); // as DL4J's
      copyGates(our, reordered);
      INDArray their = theirs.gradient().getGradientFor(name).reshape(our.shape());
      assertThat(Distance.between(reordered, their)).as(name).isLessThan(20 * error);
    }
  }

  private static void copyGates(INDArray ours, INDArray theirs) {
    INDArray matrix = theirs.rank() == 2 ? theirs : theirs.reshape(1, theirs.length());
    for (int gate = 0; gate < DL4J_BLOCKS.length; gate++) {
      long to = (long) DL4J_BLOCKS[gate] * UNITS;
      matrix.get(all(), interval(to, to + UNITS)).assign(PlainCell.block(ours, gate, UNITS));
    }
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void stepByStepIsTheSame(CellType type) {
    ComputationGraph graph = floats(type);
    INDArray steps = CellGraphs.data(DataType.FLOAT, 3, 8, new Random(4)).getFeatures(0);
    INDArray whole = graph.output(steps)[0]; // [b, 2, t]
    for (int t = 0; t < 8; t += 2) {
      INDArray two = steps.get(all(), all(), interval(t, t + 2)); // [b, n, 2]
      INDArray output = graph.rnnTimeStep(two)[0]; // [b, 2, 2]
      INDArray expected = whole.get(all(), all(), interval(t, t + 2));
      assertThat(Distance.between(output, expected)).isLessThan(1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void statesCanBeReorderedAsABeamSearchDoes(CellType type) {
    ComputationGraph graph = floats(type);
    INDArray first = CellGraphs.data(DataType.FLOAT, 3, 4, new Random(5)).getFeatures(0);
    INDArray next = CellGraphs.data(DataType.FLOAT, 3, 2, new Random(6)).getFeatures(0);
    int[] order = {2, 0, 2};
    graph.rnnTimeStep(Nd4j.pullRows(first.reshape('c', 3, 20), 1, order).reshape('c', 3, 5, 4));
    INDArray expected = graph.rnnTimeStep(next)[0].dup(); // [b, 2, 2]
    graph.rnnClearPreviousState();
    graph.rnnTimeStep(first);
    Map<String, INDArray> picked = new HashMap<>();
    graph
        .rnnGetPreviousState("cell")
        .forEach((name, state) -> picked.put(name, Nd4j.pullRows(state, 1, order, 'f')));
    assertThat(picked).hasSize(type.hasMemory() ? 2 : 1);
    graph.rnnClearPreviousState();
    graph.rnnSetPreviousState("cell", picked);
    assertThat(Distance.between(graph.rnnTimeStep(next)[0], expected)).isLessThan(1e-5);
  }

  @Test
  void aStateOfAnotherBatchIsRefused() {
    ComputationGraph graph = floats(CellType.GRU);
    graph.rnnTimeStep(CellGraphs.data(DataType.FLOAT, 3, 1, new Random(1)).getFeatures(0));
    INDArray other = CellGraphs.data(DataType.FLOAT, 2, 1, new Random(1)).getFeatures(0);
    assertThatThrownBy(() -> graph.rnnTimeStep(other))
        .hasMessage("The state is of 3 sequences, the input of 2: clear the state between batches");
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void truncatedTrainingIsThatOfDoublePrecision(CellType type) {
    ComputationGraph exact = CellGraphs.truncated(builder(type), DataType.DOUBLE, 4);
    ComputationGraph fast = CellGraphs.truncated(builder(type), DataType.FLOAT, 4);
    exact.setParams(fast.params().castTo(DataType.DOUBLE));
    MultiDataSet data = CellGraphs.padded(DataType.FLOAT, 5, 12, new Random(7));
    MultiDataSet same = CellGraphs.padded(DataType.DOUBLE, 5, 12, new Random(7));
    for (int i = 0; i < 3; i++) {
      fast.fit(data);
      exact.fit(same);
    }
    assertThat(Distance.between(fast.params().castTo(DataType.DOUBLE), exact.params()))
        .isLessThan(1e-4);
  }

  @Test
  void theStateIsThatOfEachTrueEnd() {
    RecurrentCellLayer layer = cell(floats(CellType.LSTM));
    LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.noWorkspaces();
    MultiDataSet data = CellGraphs.padded(DataType.FLOAT, 5, 6, new Random(8));
    INDArray mask = data.getFeaturesMaskArray(0); // [b, t]
    layer.setMaskArray(mask);
    layer.rnnTimeStep(data.getFeatures(0), workspaces);
    Map<String, INDArray> together = layer.rnnGetPreviousState();
    layer.setMaskArray(null);
    for (int b = 0; b < 5; b++) {
      int length = mask.getRow(b).sumNumber().intValue();
      layer.rnnClearPreviousState();
      layer.rnnTimeStep(
          data.getFeatures(0).get(interval(b, b + 1), all(), interval(0, length)).dup(),
          workspaces);
      for (Map.Entry<String, INDArray> alone : layer.rnnGetPreviousState().entrySet()) {
        INDArray row = together.get(alone.getKey()).getRow(b, true); // [1, u]
        assertThat(Distance.between(row, alone.getValue())).as(alone.getKey()).isLessThan(1e-5);
      }
    }
  }

  @Test
  void aCloneIsTheSameAndItsOwn() {
    ComputationGraph graph = floats(CellType.GRU_RESET_AFTER);
    MultiDataSet data = CellGraphs.padded(DataType.FLOAT, 4, 6, new Random(9));
    graph.fit(data);
    ComputationGraph clone = graph.clone();
    INDArray output = graph.output(data.getFeatures())[0].dup(); // [b, 2, t]
    assertThat(clone.output(data.getFeatures())[0]).isEqualTo(output);
    clone.fit(data);
    assertThat(graph.output(data.getFeatures())[0]).isEqualTo(output);
    assertThat(clone.output(data.getFeatures())[0]).isNotEqualTo(output);
  }

  @Test
  void parametersAreViewsOfTheGraphs() {
    ComputationGraph graph = floats(CellType.LSTM);
    INDArray steps = CellGraphs.data(DataType.FLOAT, 2, 3, new Random(1)).getFeatures(0);
    INDArray before = graph.output(steps)[0].dup(); // [b, 2, t]
    INDArray parameters = graph.params().dup();
    graph.setParams(parameters.mul(0.5));
    assertThat(graph.output(steps)[0]).isNotEqualTo(before);
    assertThat(graph.getParam("cell_W").getDouble(0, 1)).isEqualTo(parameters.getFloat(1) * 0.5);
    graph.getLayer("cell").setParams(parameters.get(interval(0, cell(graph).numParams())));
    graph
        .getLayer("out")
        .setParams(parameters.get(interval(cell(graph).numParams(), parameters.length())));
    assertThat(graph.params()).isEqualTo(parameters);
    assertThat(graph.output(steps)[0]).isEqualTo(before);
  }

  @Test
  void theUiShowsParametersGradientsAndActivations() {
    ComputationGraph graph = floats(CellType.LSTM);
    StatsStorage storage = new InMemoryStatsStorage();
    graph.setListeners(new StatsListener(storage, 1));
    MultiDataSet data = CellGraphs.padded(DataType.FLOAT, 4, 6, new Random(9));
    graph.fit(data);
    graph.fit(data);
    String session = storage.listSessionIDs().get(0);
    String type = storage.listTypeIDsForSession(session).get(0);
    String worker = storage.listWorkerIDsForSession(session).get(0);
    var report = (StatsReport) storage.getLatestUpdate(session, type, worker);
    assertThat(report.getMean(StatsType.Parameters)).containsKeys("cell_W", "cell_RW", "cell_b");
    assertThat(report.getMean(StatsType.Gradients)).containsKeys("cell_W", "cell_RW", "cell_b");
    assertThat(report.getMean(StatsType.Activations)).containsKey("cell");
  }
}
