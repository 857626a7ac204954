package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.core.graph.TinyGraphs.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.FrozenLayers;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.BatchNorm;
import org.unroll.core.graph.node.Dense;
import org.unroll.core.graph.node.Embedding;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Pretrained;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Thaw;
import org.unroll.core.harness.Distance;
import org.unroll.core.pretrained.KerasNets;

/** Layers that are frozen for the first epochs, then trained. */
class ThawIT {
  private static final GraphPorts PICTURES = ports("pictures", new Shape.Picture(3, 12, 10));
  private static final int AFTER = 2;

  @TempDir private Path folder;

  private static Optional<Thaw> thaw(double factor) {
    return Optional.of(new Thaw(AFTER, factor));
  }

  private static Pretrained residual(Optional<Thaw> thaw, boolean frozen, String input) {
    Optional<String> cut = Optional.of("norm2");
    return new Pretrained(List.of(input), KerasNets.residualFile(), cut, frozen, thaw);
  }

  private static GraphSpec headOn(Pretrained net) {
    return spec(
        "net",
        net,
        "mean",
        PictureCases.globalPool(PoolTime.Kind.MEAN, "net"),
        "output",
        softmax("mean"));
  }

  private static GraphSpec thawing(double factor) {
    return headOn(residual(thaw(factor), true, "pictures"));
  }

  private static ComputationGraph single(GraphSpec spec, GraphPorts ports, UpdaterConfig updater) {
    GraphOptions options = new GraphOptions(7, updater, OptionalInt.empty(), DataType.FLOAT);
    return GraphBuilder.build(spec, ports, options);
  }

  private static Batch batch(GraphSpec spec, GraphPorts ports) {
    TinyBatch batch = new GraphCases.Case(ports, spec).batch(exact(spec, ports)).inFloats();
    return new Batch(batch.data(), new int[batch.examples()]);
  }

  /** A net in training, on one batch. */
  private record Training(Replicas replicas, Engine engine, Batch batch) implements AutoCloseable {
    static Training of(ComputationGraph graph, int parts, OptionalDouble clip, Batch batch) {
      Replicas replicas = new Replicas(graph, new Threads(parts, 1));
      return new Training(replicas, Engine.local(replicas, clip), batch);
    }

    static Training of(ComputationGraph graph, Batch batch) {
      return of(graph, 1, OptionalDouble.empty(), batch);
    }

    void epoch(int epoch) {
      engine.thaw(epoch);
      for (int step = 0; step < 3; step++) {
        engine.step(batch);
      }
    }

    ComputationGraph graph() {
      return replicas.graph();
    }

    /** By name, so that they outlast the graph. */
    Map<String, INDArray> weights() {
      Map<String, INDArray> weights = new TreeMap<>();
      graph().paramTable().forEach((name, now) -> weights.put(name, now.dup()));
      return weights;
    }

    @Override
    public void close() {
      replicas.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void staysToTheBitUntilItThaws(int parts) {
    ComputationGraph graph = single(thawing(0.1), PICTURES, adam(0.01));
    Batch batch = batch(thawing(0.1), PICTURES);
    try (Training training = Training.of(graph, parts, OptionalDouble.of(1), batch)) {
      Map<String, INDArray> before = training.weights();
      long head = before.get("output_W").length() + before.get("output_b").length();
      training.epoch(0);
      training.epoch(1);
      Map<String, INDArray> frozen = training.weights();
      assertThat(training.graph()).as("nothing was made anew").isSameAs(graph);
      assertThat(graph.getUpdater().getStateViewArray().length()).isEqualTo(2 * head);
      frozen.forEach(
          (name, now) ->
              assertThat(now.equals(before.get(name)))
                  .as(name)
                  .isEqualTo(!name.startsWith("output")));
      training.epoch(2);
      training
          .weights()
          .forEach(
              (name, now) ->
                  assertThat(now.equals(frozen.get(name)))
                      .as(name)
                      .isEqualTo(name.contains(".scale_")));
    }
  }

  /** Adam counts from the thaw, at a share of the learning rate. */
  @Test
  void itsUpdaterBegins() {
    Batch batch = batch(thawing(0.1), PICTURES);
    GraphSpec trained = headOn(residual(Optional.empty(), false, "pictures"));
    try (Training one = Training.of(single(thawing(0.1), PICTURES, adam(0.01)), batch);
        Training fresh = Training.of(single(trained, PICTURES, adam(0.005)), batch)) {
      one.epoch(0);
      one.weights().forEach((name, value) -> fresh.graph().getParam(name).assign(value));
      one.engine().thaw(AFTER);
      one.engine().learningRate(0.05);
      one.engine().step(batch);
      fresh.engine().step(batch);
      fresh
          .weights()
          .forEach(
              (name, value) ->
                  assertThat(one.graph().getParam(name).equals(value))
                      .as(name)
                      .isEqualTo(!name.startsWith("output")));
    }
  }

  private static LayerOptions dense(double l2, boolean frozen, Optional<Thaw> thaw) {
    return new LayerOptions(
        0, InitialWeights.XAVIER, Optional.of(Activation.TANH), l2, frozen, thaw);
  }

  private static GraphSpec dense(LayerOptions options) {
    return spec("low", new Dense(List.of("frames"), 4, options), "output", softmax("low"));
  }

  /** With a penalty DL4J's own updaters work, not ours. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void theHeadGoesOnAsIfNothingHadHappened(double l2) {
    GraphSpec thawing = dense(dense(l2, false, thaw(0.1)));
    GraphSpec frozen = dense(dense(l2, true, Optional.empty()));
    GraphSpec trained = dense(dense(l2, false, Optional.empty()));
    Batch batch = batch(thawing, frames());
    try (Training one = Training.of(single(thawing, frames(), adam(0.01)), batch);
        Training still = Training.of(single(frozen, frames(), adam(0.01)), batch);
        Training fresh = Training.of(single(trained, frames(), adam(0.001)), batch)) {
      one.epoch(0);
      still.epoch(0);
      one.weights().forEach((name, value) -> fresh.graph().getParam(name).assign(value));
      one.engine().thaw(AFTER);
      one.engine().step(batch);
      still.engine().step(batch);
      fresh.engine().step(batch);
      assertThat(one.graph().getParam("output_W")).isEqualTo(still.graph().getParam("output_W"));
      assertThat(one.graph().getParam("low_W")).isEqualTo(fresh.graph().getParam("low_W"));
    }
  }

  @Test
  void clippingCountsItFromThenOn() {
    GraphSpec spec = thawing(1);
    Batch batch = batch(spec, PICTURES);
    double clip = 1e-3;
    try (Training training =
        Training.of(single(spec, PICTURES, sgd(1)), 1, OptionalDouble.of(clip), batch)) {
      INDArray before = training.graph().params().dup();
      training.engine().step(batch);
      INDArray between = training.graph().params().dup();
      assertThat(between.sub(before).norm2Number().doubleValue()).isCloseTo(clip, within(1e-6));
      training.engine().thaw(AFTER);
      Map<String, INDArray> weights = training.weights();
      training.engine().step(batch);
      double squares = 0;
      for (Map.Entry<String, INDArray> each : weights.entrySet()) {
        if (!each.getKey().endsWith("_mean") && !each.getKey().endsWith("_var")) {
          INDArray now = training.graph().getParam(each.getKey());
          squares += Math.pow(now.sub(each.getValue()).norm2Number().doubleValue(), 2);
        }
      }
      assertThat(Math.sqrt(squares)).isCloseTo(clip, within(1e-6));
    }
  }

  /** All its gradients are those of a net that was never frozen. */
  private static void assertGradientsOfATrainedNet(
      GraphSpec thawing, GraphSpec trained, GraphPorts ports) {
    TinyBatch batch = new GraphCases.Case(ports, trained).batch(exact(trained, ports));
    ComputationGraph expected = exact(trained, ports);
    try (Replicas replicas = new Replicas(exact(thawing, ports), Threads.ONE)) {
      Engine.local(replicas, OptionalDouble.empty()).thaw(AFTER);
      batch.score(replicas.graph());
      batch.score(expected);
      FrozenLayers.clearGradient(expected); // a fixed scaling of the input is never trained
      INDArray gradient = replicas.graph().getFlattenedGradients();
      assertThat(Distance.between(gradient, expected.getFlattenedGradients()))
          .isCloseTo(0, within(1e-10));
    }
    expected.close();
  }

  @Test
  void gradientsThroughItAndBesideOthers() {
    assertGradientsOfATrainedNet(
        thawing(1), headOn(residual(Optional.empty(), false, "pictures")), PICTURES);
    assertGradientsOfATrainedNet(
        besideAnother(thaw(1), true), besideAnother(Optional.empty(), false), PICTURES);
  }

  /** One net that stays as it is beside it; what reads either is trained. */
  private static GraphSpec besideAnother(Optional<Thaw> thaw, boolean frozen) {
    Optional<String> cut = Optional.of("conv1");
    return spec(
        "still", new Pretrained(List.of("pictures"), KerasNets.vggFile(), cut, true),
        "low", PictureCases.conv(3, Activation.TANH, "still"),
        "net", residual(thaw, frozen, "pictures"),
        "above", PictureCases.conv(4, Activation.TANH, "net"),
        "one", PictureCases.globalPool(PoolTime.Kind.MEAN, "low"),
        "other", PictureCases.globalPool(PoolTime.Kind.MAX, "above"),
        "both", concat("one", "other"),
        "output", softmax("both"));
  }

  private static GraphSpec words(Optional<Thaw> thaw) {
    LayerOptions options =
        new LayerOptions(0, InitialWeights.XAVIER, Optional.empty(), 0, false, thaw);
    return spec(
        "embed",
        new Embedding(List.of("tokens"), 3, Optional.empty(), 0, options),
        "norm",
        new BatchNorm(List.of("embed"), 0.9, Optional.empty(), false, thaw),
        "cell",
        lstm(3, "norm"),
        "output",
        softmax("cell"));
  }

  @Test
  void gradientsOfWords() {
    assertGradientsOfATrainedNet(words(thaw(1)), words(Optional.empty()), tokens());
  }

  /** Saved after each epoch, and read again before the next: also before and after the thaw. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void savedAndReadAgainItGoesOnToTheSameNumbers(int parts) throws IOException {
    for (GraphSpec spec : List.of(thawing(0.1), words(thaw(1)))) {
      GraphPorts ports = spec.nodes().containsKey("embed") ? tokens() : PICTURES;
      Batch batch = batch(spec, ports);
      Training whole =
          Training.of(single(spec, ports, adam(0.01)), parts, OptionalDouble.of(1), batch);
      ComputationGraph graph = single(spec, ports, adam(0.01));
      for (int epoch = 0; epoch < 4; epoch++) {
        whole.epoch(epoch);
        try (Training part = Training.of(graph, parts, OptionalDouble.of(1), batch)) {
          part.epoch(epoch);
          assertThat(part.graph().params()).as("epoch " + epoch).isEqualTo(whole.graph().params());
          Path saved = folder.resolve("model.zip");
          ModelSerializer.writeModel(part.graph(), saved.toFile(), true);
          graph = ModelSerializer.restoreComputationGraph(saved.toFile(), true);
        }
      }
      graph.close();
      whole.close();
    }
  }
}
