package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.core.graph.TinyGraphs.*;

import java.io.IOException;
import java.nio.file.Files;
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
import org.unroll.core.UserError;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Pretrained;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.harness.Distance;
import org.unroll.core.pretrained.KerasNets;
import org.unroll.core.yaml.Problems;

/** Pretrained nets in training: what stays, what is trained, and what a saved graph needs. */
class PretrainedIT {
  private static final GraphPorts PICTURES = ports("pictures", new Shape.Picture(3, 12, 10));
  private static final GraphPorts FRAMES = ports("pictures", new Shape.Frames(3, 12, 10));

  @TempDir private Path folder;

  private static Pretrained vgg(String cut, boolean frozen, String input) {
    return new Pretrained(List.of(input), KerasNets.vggFile(), Optional.of(cut), frozen);
  }

  private static Pretrained residual(boolean frozen) {
    return new Pretrained(
        List.of("pictures"), KerasNets.residualFile(), Optional.of("norm2"), frozen);
  }

  private static ComputationGraph single(GraphSpec spec, GraphPorts ports) {
    GraphOptions adam = new GraphOptions(7, adam(0.01), OptionalInt.empty(), DataType.FLOAT);
    return GraphBuilder.build(spec, ports, adam);
  }

  private static TinyBatch batch(GraphSpec spec, GraphPorts ports) {
    return new GraphCases.Case(ports, spec).batch(exact(spec, ports));
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

  /** Distance of each parameter after some steps from where it was. */
  private static Map<String, Double> moved(GraphSpec spec, GraphPorts ports, int parts) {
    ComputationGraph graph = single(spec, ports);
    INDArray before = graph.params().dup();
    TinyBatch batch = batch(spec, ports).inFloats();
    try (Replicas replicas = new Replicas(graph, new Threads(parts, 1))) {
      Engine engine = Engine.local(replicas, OptionalDouble.of(1));
      double first = engine.step(new Batch(batch.data(), new int[4]));
      for (int step = 0; step < 9; step++) {
        engine.step(new Batch(batch.data(), new int[4]));
      }
      assertThat(engine.step(new Batch(batch.data(), new int[4]))).isLessThan(first);
      ComputationGraph old = single(spec, ports);
      old.setParams(before);
      Map<String, Double> moved = new TreeMap<>();
      graph
          .paramTable()
          .forEach((name, now) -> moved.put(name, Distance.between(now, old.getParam(name))));
      old.close();
      return moved;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void frozenWeightsAndStatisticsStay(int parts) {
    moved(headOn(residual(true)), PICTURES, parts)
        .forEach((name, way) -> assertThat(way > 0).as(name).isEqualTo(name.startsWith("output")));
  }

  @Test
  void othersAreTrainedWithTheirStatistics() {
    moved(headOn(residual(false)), PICTURES, 1)
        .forEach((name, way) -> assertThat(way > 0).as(name).isEqualTo(!name.contains(".scale_")));
  }

  @Test
  void frozenByFrame() {
    GraphSpec spec =
        spec("net", vgg("fc", true, "pictures"), "cell", lstm(3, "net"), "output", softmax("cell"));
    moved(spec, FRAMES, 2)
        .forEach((name, way) -> assertThat(way > 0).as(name).isEqualTo(!name.startsWith("net.")));
  }

  private static GraphSpec besideAnother(boolean frozen) {
    return spec(
        "conv", PictureCases.conv(2, Activation.TANH, "pictures"),
        "seen", PictureCases.globalPool(PoolTime.Kind.MEAN, "conv"),
        "net", vgg("conv2", frozen, "pictures"),
        "known", PictureCases.globalPool(PoolTime.Kind.MAX, "net"),
        "both", concat("seen", "known"),
        "output", softmax("both"));
  }

  /** The same the other way round: DL4J goes backwards through the branches in another order. */
  private static GraphSpec beforeAnother(boolean frozen) {
    return spec(
        "net", vgg("conv2", frozen, "pictures"),
        "known", PictureCases.globalPool(PoolTime.Kind.MAX, "net"),
        "conv", PictureCases.conv(2, Activation.TANH, "pictures"),
        "seen", PictureCases.globalPool(PoolTime.Kind.MEAN, "conv"),
        "both", concat("known", "seen"),
        "output", softmax("both"));
  }

  /** What is still is read by what is still and, joined with others, by what is not. */
  private static GraphSpec withAnother(boolean frozen) {
    return spec(
        "conv", PictureCases.conv(4, Activation.TANH, "pictures"),
        "net", vgg("conv1", frozen, "pictures"),
        "known", PictureCases.globalPool(PoolTime.Kind.MAX, "net"),
        "pair", concat("net", "conv"),
        "seen", PictureCases.globalPool(PoolTime.Kind.MEAN, "pair"),
        "flat", PictureCases.flatten("net"),
        "all", concat("known", "seen", "flat"),
        "output", softmax("all"));
  }

  private static GraphSpec aboveAnother(boolean frozen) {
    return spec(
        "conv", PictureCases.conv(3, Activation.TANH, "pictures"),
        "net", vgg("conv2", frozen, "conv"),
        "known", PictureCases.globalPool(PoolTime.Kind.MAX, "net"),
        "output", softmax("known"));
  }

  /** All gradients outside of it are those with a net that is trained. */
  private static void assertOthersAgree(GraphSpec frozen, GraphSpec trained) {
    ComputationGraph still = exact(frozen, PICTURES);
    ComputationGraph moving = exact(trained, PICTURES);
    TinyBatch batch = batch(frozen, PICTURES);
    for (int twice = 0; twice < 2; twice++) {
      batch.score(still);
      batch.score(moving);
      for (String layer : List.of("conv", "output")) {
        INDArray gradient = still.getLayer(layer).getGradientsViewArray();
        INDArray expected = moving.getLayer(layer).getGradientsViewArray();
        assertThat(expected.norm2Number().doubleValue()).isPositive();
        assertThat(Distance.between(gradient, expected)).isCloseTo(0, within(1e-10));
      }
    }
    still.close();
    moving.close();
  }

  @Test
  void gradientsBesideAFrozenNet() {
    assertOthersAgree(besideAnother(true), besideAnother(false));
    assertOthersAgree(beforeAnother(true), beforeAnother(false));
  }

  @Test
  void gradientsOfWhatIsJoinedWithAFrozenNet() {
    assertOthersAgree(withAnother(true), withAnother(false));
  }

  @Test
  void gradientsBelowAFrozenNet() {
    assertOthersAgree(aboveAnother(true), aboveAnother(false));
  }

  @Test
  void aSavedGraphNeedsNoFile() throws IOException {
    Path file = folder.resolve("net.h5");
    Files.copy(Path.of(KerasNets.residualFile()), file);
    Pretrained net =
        new Pretrained(List.of("pictures"), file.toString(), Optional.of("norm2"), true);
    ComputationGraph graph = single(headOn(net), PICTURES);
    TinyBatch batch = batch(headOn(net), PICTURES).inFloats();
    INDArray expected = batch.output(graph).dup();
    Path saved = folder.resolve("model.zip");
    ModelSerializer.writeModel(graph, saved.toFile(), true);
    Files.delete(file);

    ComputationGraph restored = ModelSerializer.restoreComputationGraph(saved.toFile(), true);

    assertThat(batch.output(restored)).isEqualTo(expected);
    Problems problems = new Problems();
    GraphCheck.check(headOn(net), PICTURES, "graph", problems);
    assertThat(problems.found()).isEmpty();
    assertThatThrownBy(() -> single(headOn(net), PICTURES))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("no file " + file);
  }
}
