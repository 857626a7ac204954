package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Flatten;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.harness.Distance;

/** Batch normalisation in steps of ours and of DL4J, whole and in parts. */
class BatchNormIT {
  private static final double MOMENTUM = 0.9;

  static Stream<Named<GraphCases.Case>> cases() {
    return PictureCases.batchNorms().stream();
  }

  /** Statistics are those of what is read, which no weight changes. */
  private static GraphCases.Case frames() {
    return new GraphCases.Case(
        ports("pictures", new Shape.Frames(2, 3, 4)),
        spec(
            "norm", PictureCases.norm(Activation.IDENTITY, "pictures"),
            "flat", new Flatten(List.of("norm")),
            "mean", pool(PoolTime.Kind.MEAN, "flat"),
            "output", softmax("mean")));
  }

  private static ComputationGraph graph(GraphCases.Case tiny, DataType type) {
    return GraphBuilder.build(
        tiny.spec(), tiny.ports(), new GraphOptions(7, sgd(0.1), OptionalInt.empty(), type));
  }

  private static List<INDArray> step(ComputationGraph graph, TinyBatch batch, int parts) {
    List<INDArray> gradients = new ArrayList<>();
    graph.setListeners(
        new BaseTrainingListener() {
          @Override
          public void onGradientCalculation(Model model) {
            gradients.add(((ComputationGraph) model).getFlattenedGradients().dup());
          }
        });
    try (Replicas replicas = new Replicas(graph, new Threads(parts, 1))) {
      Engine engine = Engine.local(replicas, OptionalDouble.empty());
      engine.step(new Batch(batch.data(), new int[batch.examples()]));
      gradients.add(graph.getParam("norm_mean").dup());
      gradients.add(graph.getParam("norm_var").dup());
    }
    return gradients;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void partsAddUpToTheSamePartsInTurn(GraphCases.Case tiny) {
    ComputationGraph whole = graph(tiny, DataType.DOUBLE);
    TinyBatch batch = tiny.batch(whole);
    INDArray sum = batch.part(0, 2).gradient(whole).addi(batch.part(2, 4).gradient(whole));
    INDArray split = step(graph(tiny, DataType.DOUBLE), batch, 2).get(0);
    assertThat(Distance.between(split, sum)).isLessThan(1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void runningStatisticsAreThoseOfTheUnmaskedFramesOfAllParts(int parts) {
    GraphCases.Case tiny = frames();
    ComputationGraph graph = graph(tiny, DataType.FLOAT);
    TinyBatch batch = tiny.batch(graph).inFloats().withGarbage();
    List<INDArray> seen = step(graph, batch, parts);
    for (int channel = 0; channel < 2; channel++) {
      double[] values = values(batch, channel);
      double mean = Nd4j.createFromArray(values).meanNumber().doubleValue();
      double variance = Nd4j.createFromArray(values).varNumber().doubleValue(); // by n - 1
      assertThat(seen.get(1).getDouble(channel)).isCloseTo((1 - MOMENTUM) * mean, within(1e-6));
      assertThat(seen.get(2).getDouble(channel))
          .isCloseTo(MOMENTUM + (1 - MOMENTUM) * variance, within(1e-6));
    }
  }

  private static double[] values(TinyBatch batch, int channel) {
    List<Double> values = new ArrayList<>();
    for (int b = 0; b < batch.examples(); b++) {
      for (int t = 0; t < batch.lengths()[0][b]; t++) {
        for (int i = 0; i < 12; i++) {
          values.add(batch.inputs()[0].getDouble(b, channel * 12 + i, t));
        }
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void statisticsAreNeitherInTheGradientNorChangedByOneAlone() {
    GraphCases.Case tiny = frames();
    ComputationGraph graph = graph(tiny, DataType.FLOAT);
    TinyBatch batch = tiny.batch(graph).inFloats();
    batch.gradient(graph);
    assertThat(graph.gradient().getGradientFor("norm_mean").amaxNumber().doubleValue()).isZero();
    assertThat(graph.gradient().getGradientFor("norm_var").amaxNumber().doubleValue()).isZero();
    assertThat(graph.getParam("norm_mean").amaxNumber().doubleValue()).isZero();
    assertThat(graph.getParam("norm_var").amaxNumber().doubleValue()).isEqualTo(1);
  }

  @Test
  void fitOfDl4jMovesThemToo() {
    GraphCases.Case tiny = frames();
    ComputationGraph theirs = graph(tiny, DataType.FLOAT);
    TinyBatch batch = tiny.batch(theirs).inFloats();
    theirs.fit(batch.data());
    List<INDArray> ours = step(graph(tiny, DataType.FLOAT), batch, 1);
    assertThat(Distance.between(theirs.getParam("norm_mean"), ours.get(1))).isLessThan(1e-7);
    assertThat(Distance.between(theirs.getParam("norm_var"), ours.get(2))).isLessThan(1e-7);
    assertThat(ours.get(1).amaxNumber().doubleValue()).isNotZero();
  }

  @Test
  void frozenOnesStay() {
    GraphCases.Case tiny = PictureCases.frozenBatchNorm();
    ComputationGraph graph = graph(tiny, DataType.FLOAT);
    INDArray before = graph.getLayer("norm").params().dup();
    TinyBatch batch = tiny.batch(graph).inFloats();
    graph.fit(batch.data());
    assertThat(graph.getLayer("norm").params()).isEqualTo(before);
  }
}
