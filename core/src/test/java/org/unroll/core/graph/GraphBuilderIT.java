package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.core.graph.TinyGraphs.*;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.unroll.core.UserError;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.engine.FrozenLayers;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Dense;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.graph.node.Embedding;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Recurrent;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.SkipPath;
import org.unroll.core.graph.node.Softmax;

class GraphBuilderIT {

  private static GraphSpec classifier(Recurrent cell) {
    return spec("cell", cell, "end", finalState("cell"), "output", softmax("end"));
  }

  private static ComputationGraph graph(GraphSpec spec, UpdaterConfig updater) {
    return GraphBuilder.build(spec, frames(), GraphOptions.of(7, updater));
  }

  /** A batch of eight random sequences, labelled at random. */
  private static MultiDataSet eight() {
    Random random = new Random(11);
    INDArray frames = Nd4j.zeros(DataType.FLOAT, 8, FEATURES, 6); // [b, n, t]
    INDArray mask = Nd4j.zeros(DataType.FLOAT, 8, 6); // [b, t]
    INDArray labels = Nd4j.zeros(DataType.FLOAT, 8, CLASSES); // [b, classes]
    for (int b = 0; b < 8; b++) {
      int length = 3 + random.nextInt(4);
      for (int t = 0; t < length; t++) {
        mask.putScalar(b, t, 1);
        for (int n = 0; n < FEATURES; n++) {
          frames.putScalar(b, n, t, random.nextGaussian());
        }
      }
      labels.putScalar(b, random.nextInt(CLASSES), 1);
    }
    return new MultiDataSet(
        new INDArray[] {frames},
        new INDArray[] {labels},
        new INDArray[] {mask},
        new INDArray[] {null});
  }

  static Stream<GraphSpec> learners() {
    return Stream.of(
        classifier(lstm(8, "frames")),
        classifier(rnn(8, "frames")),
        spec(
            "first", lstm(8, "frames"),
            "second", rnn(8, "first"),
            "end", finalState("second"),
            "output", softmax("end")),
        classifier(both(Cell.LSTM, Directions.CONCAT, 6, "frames")),
        spec(
            "first", both(Cell.LSTM, Directions.ADD, 6, "frames"),
            "second", both(Cell.RNN, Directions.CONCAT, 6, "first"),
            "end", finalState("second"),
            "output", softmax("end")));
  }

  @ParameterizedTest
  @MethodSource("learners")
  void overfitsEightExamples(GraphSpec spec) {
    ComputationGraph graph = graph(spec, adam(0.03));
    MultiDataSet data = eight();
    for (int i = 0; i < 120; i++) {
      graph.fit(data);
    }
    INDArray output =
        graph.output(false, data.getFeatures(), data.getFeaturesMaskArrays())[0]; // [b, classes]
    assertThat(output.argMax(1)).isEqualTo(data.getLabels(0).argMax(1));
    assertThat(graph.score(data)).isLessThan(0.1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Directions.class,
      names = {"CONCAT", "ADD"})
  void finalStateIsTwoPassesByHand(Directions directions) {
    ComputationGraph graph = exact(classifier(both(Cell.LSTM, directions, 4, "frames")), frames());
    ComputationGraph one = exact(classifier(lstm(4, "frames")), frames());
    TinyBatch batch = TinyBatch.of(frames(), graph, false, "frames");
    graph.setLayerMaskArrays(batch.masks(), null);
    INDArray end = graph.feedForward(batch.inputs(), false).get("end"); // [b, n]
    for (int b = 0; b < batch.examples(); b++) {
      INDArray frames = batch.alone(b).inputs()[0]; // [1, n, t]
      INDArray forward = pass(one, graph.getLayer("cell-forward").params(), frames);
      INDArray backward = pass(one, graph.getLayer("cell-backward").params(), reversed(frames));
      INDArray expected =
          directions == Directions.ADD ? forward.add(backward) : Nd4j.hstack(forward, backward);
      assertThat(end.getRow(b, true).sub(expected).amaxNumber().doubleValue()).isLessThan(1e-12);
    }
  }

  private static INDArray pass(ComputationGraph one, INDArray parameters, INDArray frames) {
    one.getLayer("cell").setParams(parameters);
    return one.feedForward(frames, false).get("end"); // [1, n]
  }

  private static INDArray reversed(INDArray frames) {
    INDArray reversed = frames.ulike(); // [1, n, t]
    for (long t = 0; t < frames.size(2); t++) {
      INDArray step =
          frames.get(
              NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(frames.size(2) - 1 - t));
      reversed.put(
          new org.nd4j.linalg.indexing.INDArrayIndex[] {
            NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t)
          },
          step);
    }
    return reversed;
  }

  @Test
  void bidirectionalIsMergedOnlyIfReadStepwise() {
    ComputationGraph summary =
        graph(classifier(both(Cell.LSTM, Directions.CONCAT, 4, "frames")), sgd(1));
    assertThat(summary.getConfiguration().getVertices())
        .containsOnlyKeys(
            "cell-forward",
            "cell-reversed",
            "cell-backward",
            "end-forward",
            "end-backward",
            "end",
            "output");
    ComputationGraph steps =
        graph(
            spec("cell", both(Cell.LSTM, Directions.ADD, 4, "frames"), "output", softmax("cell")),
            sgd(1));
    assertThat(steps.getConfiguration().getVertices())
        .containsOnlyKeys(
            "cell-forward", "cell-reversed", "cell-backward", "cell-restored", "cell", "output");
  }

  @Test
  void dropoutDropsItsShareOfTheInputs() {
    ComputationGraph graph =
        graph(
            classifier(recurrent(Cell.LSTM, Directions.CONCAT, 4, dropout(0.1), "frames")), sgd(1));
    INDArray ones = Nd4j.ones(DataType.FLOAT, 20, FEATURES, 200); // [b, n, t]
    assertDropped(graph.feedForward(ones, true).get("cell-dropout"), 0.1);
    assertThat(graph.feedForward(ones, false).get("cell-dropout")).isEqualTo(ones);
  }

  @Test
  void dropoutOfAnEmbeddingDropsItsOutput() {
    Embedding embedding = new Embedding(List.of("tokens"), 50, Optional.empty(), 0, dropout(0.3));
    GraphSpec spec = spec("embed", embedding, "end", lastStep("embed"), "output", softmax("end"));
    ComputationGraph graph = GraphBuilder.build(spec, tokens(), GraphOptions.of(7, sgd(1)));
    graph.getLayer("embed").getParam("W").assign(1);
    INDArray words = Nd4j.ones(DataType.FLOAT, 20, 30); // [b, t]
    INDArray mask = Nd4j.ones(DataType.FLOAT, 20, 30); // [b, t]
    graph.setLayerMaskArrays(new INDArray[] {mask}, null);
    Map<String, INDArray> activations = graph.feedForward(words, true);
    assertDropped(activations.get("embed-dropout"), 0.3);
    assertThat(activations.get("embed").minNumber().doubleValue()).isEqualTo(1);
  }

  private static void assertDropped(INDArray ones, double share) {
    double zeros = ones.eq(0).castTo(DataType.DOUBLE).meanNumber().doubleValue();
    assertThat(zeros).isCloseTo(share, within(0.02));
    assertThat(ones.maxNumber().doubleValue()).isCloseTo(1 / (1 - share), within(1e-6));
  }

  @Test
  void dropoutTrainsWithMasksInEveryLayer() {
    GraphSpec spec =
        spec(
            "first", recurrent(Cell.LSTM, Directions.CONCAT, 6, dropout(0.1), "frames"),
            "steps", new Dense(List.of("first"), 6, dropout(0.1)),
            "second", recurrent(Cell.RNN, Directions.FORWARD, 6, dropout(0.1), "steps"),
            "end", finalState("second"),
            "output",
                new Softmax(
                    List.of("end"),
                    List.of(),
                    0,
                    0,
                    Optional.empty(),
                    SkipPath.NONE,
                    dropout(0.1)));
    ComputationGraph graph = graph(spec, adam(0.02));
    MultiDataSet data = eight();
    double before = graph.score(data);
    for (int i = 0; i < 80; i++) {
      graph.fit(data);
    }
    assertThat(graph.score(data)).isLessThan(0.5 * before);
  }

  @ParameterizedTest
  @EnumSource
  void dropoutTrainsBehindPooling(PoolTime.Kind kind) {
    GraphSpec spec =
        spec(
            "cell", lstm(6, "frames"),
            "pooled", new PoolTime(List.of("cell"), kind),
            "output",
                new Softmax(
                    List.of("pooled"),
                    List.of(),
                    0,
                    0,
                    Optional.empty(),
                    SkipPath.NONE,
                    dropout(0.1)));
    ComputationGraph graph = graph(spec, adam(0.01));
    graph.fit(eight());
    assertThat(graph.score()).isFinite();
  }

  @Test
  void forgetBiasIsInTheParameters() {
    assertThat(bias(OptionalDouble.empty())).containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
    assertThat(bias(OptionalDouble.of(2.5))).containsExactly(0, 0, 2.5, 2.5, 0, 0, 0, 0);
  }

  /** DL4J's order of the gates: input, forget, output, candidate. */
  private static double[] bias(OptionalDouble forget) {
    Recurrent cell =
        new Recurrent(
            Cell.LSTM,
            List.of("frames"),
            2,
            Directions.FORWARD,
            forget,
            Optional.empty(),
            Optional.empty(),
            false,
            InitialWeights.XAVIER,
            PLAIN);
    return graph(classifier(cell), sgd(1)).getLayer("cell").getParam("b").toDoubleVector();
  }

  @ParameterizedTest
  @EnumSource(
      value = InitialWeights.class,
      names = {"ORTHOGONAL", "IDENTITY"})
  void recurrentWeightsStartGateByGate(InitialWeights start) {
    Recurrent cell =
        new Recurrent(
            Cell.LSTM,
            List.of("frames"),
            5,
            Directions.FORWARD,
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            start,
            PLAIN);
    INDArray weights = exact(classifier(cell), frames()).getLayer("cell").getParam("RW");
    INDArray identity = Nd4j.eye(5).castTo(DataType.DOUBLE);
    for (int g = 0; g < 4; g++) {
      INDArray gate =
          weights.get(NDArrayIndex.all(), NDArrayIndex.interval(5 * g, 5 * g + 5)); // [5, 5]
      INDArray product = start == InitialWeights.IDENTITY ? gate : gate.mmul(gate.transpose());
      assertThat(product.sub(identity).amaxNumber().doubleValue()).isLessThan(1e-9);
    }
  }

  @Test
  void frozenLayersKeepTheirWeights() {
    GraphSpec spec =
        spec(
            "below", dense(FEATURES, Activation.TANH, "frames"),
            "cell", recurrent(Cell.LSTM, Directions.CONCAT, 4, frozen(), "below"),
            "end", finalState("cell"),
            "output", softmax("end"));
    ComputationGraph graph = graph(spec, adam(0.05));
    Map<String, INDArray> before = copy(graph.paramTable());
    graph.setLearningRate(0.1);
    for (int i = 0; i < 3; i++) {
      graph.fit(eight());
    }
    graph
        .paramTable()
        .forEach(
            (name, values) -> {
              if (name.startsWith("cell")) {
                assertThat(values).as(name).isEqualTo(before.get(name));
              } else {
                assertThat(values).as(name).isNotEqualTo(before.get(name));
              }
            });
  }

  private static Map<String, INDArray> copy(Map<String, INDArray> parameters) {
    Map<String, INDArray> copy = new java.util.HashMap<>();
    parameters.forEach((name, values) -> copy.put(name, values.dup()));
    return copy;
  }

  @Test
  void theGradientOfFrozenLayersCanBeCleared() {
    GraphSpec spec = classifier(recurrent(Cell.LSTM, Directions.FORWARD, 4, frozen(), "frames"));
    ComputationGraph graph = graph(spec, sgd(1));
    MultiDataSet data = eight();
    graph.setInputs(data.getFeatures());
    graph.setLabels(data.getLabels());
    graph.setLayerMaskArrays(data.getFeaturesMaskArrays(), null);
    graph.computeGradientAndScore();
    assertThat(norm(graph, "cell_RW")).isPositive();
    FrozenLayers.clearGradient(graph);
    assertThat(norm(graph, "cell_W")).isZero();
    assertThat(norm(graph, "cell_RW")).isZero();
    assertThat(norm(graph, "output_W")).isPositive();
    double all = graph.gradient().gradient().norm2Number().doubleValue();
    double head = Math.hypot(norm(graph, "output_W"), norm(graph, "output_b"));
    assertThat(all).isCloseTo(head, within(1e-6));
  }

  private static double norm(ComputationGraph graph, String parameter) {
    return graph.gradient().getGradientFor(parameter).norm2Number().doubleValue();
  }

  @Test
  void dropoutAndFrozenLayersCanBeSaved() throws IOException {
    LayerOptions options = new LayerOptions(0.2, InitialWeights.RELU, Optional.empty(), 0, true);
    GraphSpec spec = classifier(recurrent(Cell.LSTM, Directions.ADD, 4, options, "frames"));
    ComputationGraph graph = graph(spec, adam(0.01));
    graph.fit(eight());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelSerializer.writeModel(graph, file, true);
    ComputationGraph loaded =
        ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(file.toByteArray()), true);
    assertThat(loaded.getConfiguration()).isEqualTo(graph.getConfiguration());
    assertThat(loaded.getUpdater().getStateViewArray())
        .isEqualTo(graph.getUpdater().getStateViewArray());
    INDArray frozen = graph.getParam("cell-forward_W").dup();
    loaded.fit(eight());
    assertThat(loaded.getParam("cell-forward_W")).isEqualTo(frozen);
    assertThat(loaded.getParam("output_W")).isNotEqualTo(graph.getParam("output_W"));
  }

  @Test
  void aGraphInputMayBeLeftAlone() {
    GraphPorts ports = ports("day", new Shape.Vector(2), "frames", new Shape.Sequence(FEATURES));
    ComputationGraph graph =
        GraphBuilder.build(classifier(lstm(4, "frames")), ports, GraphOptions.of(7, adam(0.05)));
    MultiDataSet one = eight();
    MultiDataSet data =
        new MultiDataSet(
            new INDArray[] {Nd4j.ones(DataType.FLOAT, 8, 2), one.getFeatures(0)},
            one.getLabels(),
            new INDArray[] {null, one.getFeaturesMaskArray(0)},
            new INDArray[] {null});
    double before = graph.score(data);
    for (int i = 0; i < 20; i++) {
      graph.fit(data);
    }
    assertThat(graph.score(data)).isLessThan(before);
  }

  @Test
  void theSeedFixesTheWeights() {
    GraphSpec spec = classifier(lstm(4, "frames"));
    INDArray seven = graph(spec, sgd(1)).params();
    assertThat(graph(spec, sgd(1)).params()).isEqualTo(seven);
    ComputationGraph other = GraphBuilder.build(spec, frames(), GraphOptions.of(8, sgd(1)));
    assertThat(other.params()).isNotEqualTo(seven);
  }

  @Test
  void everyUpdater() {
    OptionalDouble rate = OptionalDouble.of(0.01);
    OptionalDouble none = OptionalDouble.empty();
    assertUpdater(new UpdaterConfig(rate, none, none, none), Sgd.class);
    assertUpdater(new UpdaterConfig(none, rate, none, none), Adam.class);
    assertUpdater(new UpdaterConfig(none, none, rate, none), RmsProp.class);
    assertUpdater(new UpdaterConfig(none, none, none, rate), Nesterovs.class);
  }

  private static void assertUpdater(UpdaterConfig config, Class<?> type) {
    ComputationGraph graph = graph(classifier(lstm(2, "frames")), config);
    assertThat(graph.getLayer("cell").conf().getLayer().getUpdaterByParam("W")).isInstanceOf(type);
    assertThat(graph.getLearningRate("cell")).isEqualTo(0.01);
  }

  @Test
  void truncatedBackPropagationTrainsAHeadPerStep() {
    GraphOptions options = new GraphOptions(7, adam(0.02), OptionalInt.of(4), DataType.FLOAT);
    GraphSpec spec = spec("cell", lstm(4, "frames"), "output", softmax("cell"));
    ComputationGraph graph = GraphBuilder.build(spec, frames(), options);
    INDArray frames = Nd4j.ones(DataType.FLOAT, 2, FEATURES, 10); // [b, n, t]
    INDArray labels = Nd4j.zeros(DataType.FLOAT, 2, CLASSES, 10); // [b, classes, t]
    labels.get(NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.all()).assign(1);
    MultiDataSet data = new MultiDataSet(frames, labels);
    double before = graph.score(data);
    for (int i = 0; i < 10; i++) {
      graph.fit(data);
    }
    assertThat(graph.score(data)).isLessThan(before);
  }

  @Test
  void truncatedBackPropagationNeedsAHeadPerStep() {
    GraphOptions options = new GraphOptions(7, sgd(1), OptionalInt.of(4), DataType.FLOAT);
    assertThatThrownBy(() -> GraphBuilder.build(classifier(lstm(4, "frames")), frames(), options))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "train.tbptt: node 'end' needs the whole sequence, which tbptt cuts; take another node, or remove"
                + " train.tbptt");
  }

  @Test
  void stepByStepIsTheSame() {
    ComputationGraph graph =
        exact(
            spec("low", lstm(4, "frames"), "high", rnn(3, "low"), "output", softmax("high")),
            frames());
    INDArray frames =
        TinyBatch.of(frames(), graph, true, "frames").alone(0).inputs()[0]; // [1, n, t]
    INDArray whole = graph.output(frames)[0]; // [1, classes, t]
    for (int t = 0; t < frames.size(2); t++) {
      INDArray step =
          frames.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(t, t + 1));
      INDArray output = graph.rnnTimeStep(step)[0]; // [1, classes, 1]
      for (int c = 0; c < CLASSES; c++) {
        assertThat(output.getDouble(0, c, 0)).isCloseTo(whole.getDouble(0, c, t), within(1e-12));
      }
    }
  }

  @Test
  void mistakesAreOneUserError() {
    GraphSpec spec =
        spec("cell", lstm(3, "frame"), "spare", lastStep("tokens"), "output", softmax("cell"));
    assertThatThrownBy(() -> graph(spec, sgd(1)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            graph.cell.input: no node or graph input 'frame'; did you mean 'frames'?
            graph.spare.input: no node or graph input 'tokens'; there are frames, cell, spare, output\
            """);
  }

  @Test
  void unknownSizesCannotBeBuilt() {
    GraphPorts ports = new GraphPorts(frames().inputs(), Shape.UNKNOWN);
    assertThatThrownBy(
            () ->
                GraphBuilder.build(
                    classifier(lstm(3, "frames")), ports, GraphOptions.of(7, sgd(1))))
        .hasMessage("The size of 'output' is not known yet");
  }
}
