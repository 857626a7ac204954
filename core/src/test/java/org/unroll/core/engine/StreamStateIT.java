package org.unroll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.UserError;
import org.unroll.core.data.Batch;
import org.unroll.core.layer.cell.CellType;

/** A stream in batches that continue each other, against the whole of it in one batch. */
class StreamStateIT {
  private static final String PROPERTY = "unroll.recurrent";
  private static final String BEFORE = System.getProperty(PROPERTY, "");
  private static final int TIME = 12;
  private static final int TBPTT = 2;
  private static final double EXACT = 1e-6;

  private final MultiDataSet stream = StreamNet.stream(TIME);

  /** After an update. */
  private record Update(double loss, float[] weights) {}

  @AfterEach
  void restoreProperty() {
    if (BEFORE.isEmpty()) {
      System.clearProperty(PROPERTY);
    } else {
      System.setProperty(PROPERTY, BEFORE);
    }
  }

  static Stream<Arguments> cells() {
    return Stream.of("onednn", "nd4j")
        .flatMap(engine -> Stream.of(CellType.values()).map(cell -> Arguments.of(engine, cell)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void batchesThatContinueAreTheWholeUnderTruncation(String engine, CellType cell) {
    System.setProperty(PROPERTY, engine);
    List<Update> whole = train(cell, List.of(StreamNet.part(stream, 0, TIME)));

    assertThat(whole).hasSize(TIME / TBPTT);
    assertSame(train(cell, parts(TBPTT)), whole);
    assertSame(train(cell, parts(2 * TBPTT)), whole);
    assertThat(farthest(train(cell, separate(TBPTT)), whole))
        .as("batches that do not continue")
        .isGreaterThan(1e-3);
  }

  private List<Batch> parts(int length) {
    List<Batch> parts = new ArrayList<>();
    for (int from = 0; from < TIME; from += length) {
      parts.add(StreamNet.part(stream, from, from + length));
    }
    return parts;
  }

  private List<Batch> separate(int length) {
    return parts(length).stream().map(part -> new Batch(part.data(), part.examples())).toList();
  }

  private static List<Update> train(CellType cell, List<Batch> batches) {
    ComputationGraph graph = net(cell);
    List<Update> updates = watch(graph);
    Engine engine = engine(graph);
    batches.forEach(engine::step);
    graph.close();
    return updates;
  }

  private static ComputationGraph net(CellType cell) {
    return StreamNet.of(cell, OptionalInt.of(TBPTT));
  }

  private static Engine engine(ComputationGraph graph) {
    return Engine.local(graph, OptionalDouble.of(1));
  }

  private static List<Update> watch(ComputationGraph graph) {
    List<Update> updates = new ArrayList<>();
    graph.setListeners(
        new BaseTrainingListener() {
          @Override
          public void iterationDone(Model model, int iteration, int epoch) {
            updates.add(new Update(model.score(), model.params().toFloatVector()));
          }
        });
    return updates;
  }

  private static void assertSame(List<Update> actual, List<Update> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    assertThat(farthest(actual, expected)).isLessThan(EXACT);
  }

  /** The largest difference in a loss or a weight. */
  private static double farthest(List<Update> actual, List<Update> expected) {
    double farthest = 0;
    for (int i = 0; i < expected.size(); i++) {
      Update one = actual.get(i);
      Update other = expected.get(i);
      farthest = Math.max(farthest, Math.abs(one.loss - other.loss));
      for (int w = 0; w < one.weights.length; w++) {
        farthest = Math.max(farthest, Math.abs(one.weights[w] - other.weights[w]));
      }
    }
    return farthest;
  }

  @Test
  void whatTheGraphDoesBetweenTwoStepsDoesNotMatter() {
    List<Update> undisturbed = train(CellType.LSTM, parts(4));
    ComputationGraph graph = net(CellType.LSTM);
    List<Update> updates = watch(graph);
    Engine engine = engine(graph);
    INDArray two = stream.getFeatures(0).get(NDArrayIndex.interval(0, 2)).dup(); // [2, n, t]
    for (Batch part : parts(4)) {
      engine.step(part);
      INDArray said = graph.outputSingle(two).dup(); // [2, classes, t]
      assertThat(graph.rnnTimeStep(two)[0].distance2(said)).isLessThan(EXACT);
      graph.rnnClearPreviousState(); // as step-wise prediction does
    }

    assertSame(updates, undisturbed);
  }

  /** Three rows in two parts, or one in each of three. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aBatchInPartsIsTheWholeStream(int parts) {
    List<Update> whole = train(CellType.LSTM, parts(4));
    ComputationGraph graph = net(CellType.LSTM);
    List<Update> updates = watch(graph);
    try (Replicas replicas = new Replicas(graph, new Threads(parts, 1))) {
      Engine engine = Engine.local(replicas, OptionalDouble.of(1));
      engine.step(parts(4).get(0));
      Map<String, INDArray> state = engine.carried();
      assertThat(state.get("lower_hidden").shape()).containsExactly(StreamNet.ROWS, 5);
      Engine another = Engine.local(replicas, OptionalDouble.of(1));
      another.carry(state);
      another.step(parts(4).get(1));
      another.step(parts(4).get(2));
    }
    assertSame(updates, whole);
  }

  @Test
  void anotherEngineGoesOnFromTheStoredState() {
    List<Update> undisturbed = train(CellType.GRU, parts(4));
    ComputationGraph graph = net(CellType.GRU);
    Engine first = engine(graph);
    first.step(parts(4).get(0));
    assertThat(first.carried().keySet()).containsExactly("lower_hidden", "upper_one_hidden");
    List<Update> rest = watch(graph);
    Engine second = engine(graph);
    second.carry(first.carried());
    second.step(parts(4).get(1));
    second.step(parts(4).get(2));

    assertSame(rest, undisturbed.subList(2, 6));
  }

  /** Row 1 ends after two steps of its first batch, and goes on in the second. */
  @ParameterizedTest
  @EnumSource(CellType.class)
  void aPaddedRowGoesOnFromItsLastStep(CellType cell) {
    ComputationGraph graph = StreamNet.of(cell, OptionalInt.of(4));
    Engine engine = engine(graph);
    engine.learningRate(0);
    Batch first = StreamNet.part(stream, 0, 4);
    INDArray mask = Nd4j.ones(StreamNet.ROWS, 4); // [b, t]
    mask.get(NDArrayIndex.point(1), NDArrayIndex.interval(2, 4)).assign(0);
    first.data().setFeaturesMaskArrays(new INDArray[] {mask});
    first.data().setLabelsMaskArray(new INDArray[] {mask});
    engine.step(first);
    var padded = engine.carried();
    engine.step(StreamNet.part(stream, 0, 2));
    var atTwo = engine.carried();
    engine.step(StreamNet.part(stream, 0, 4));
    var atFour = engine.carried();

    padded.forEach(
        (name, state) -> { // [b, u]
          assertThat(state.getRow(1).distance2(atTwo.get(name).getRow(1))).isLessThan(EXACT);
          assertThat(state.getRow(0).distance2(atFour.get(name).getRow(0))).isLessThan(EXACT);
          assertThat(state.getRow(1).distance2(atFour.get(name).getRow(1))).isGreaterThan(1e-3);
        });
  }

  @Test
  void withoutTruncationNothingIsKept() {
    Engine engine = engine(StreamNet.of(CellType.GRU, OptionalInt.empty()));
    engine.step(StreamNet.part(stream, 0, 4));

    assertThat(engine.carried()).isEmpty();
    assertThatThrownBy(() -> engine.step(StreamNet.part(stream, 4, 8)))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith("set train.tbptt to the steps of a batch");
  }

  @Test
  void aGivenStateAndAContinuingBatchContradictEachOther() {
    assertThatThrownBy(() -> engine(StreamNet.fromGivenState()).step(StreamNet.part(stream, 4, 8)))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith("remove initial-state of node 'decoder'");
  }

  @Test
  void withNothingBeforeNothingContinues() {
    Engine engine = engine(net(CellType.GRU));
    assertThatThrownBy(() -> engine.step(StreamNet.part(stream, 4, 8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("layer 'lower'");
    engine.step(StreamNet.part(stream, 0, 4));
    Batch broken = StreamNet.part(stream, 4, 8);
    broken.data().getFeatures(0).assign(Float.NaN);

    assertThatThrownBy(() -> engine.step(broken)).isInstanceOf(Diverged.class);
    assertThat(engine.carried()).as("of a step that failed").isEmpty();
    assertThat(engine.step(StreamNet.part(stream, 0, 4))).isCloseTo(1.1, within(0.5));
  }
}
