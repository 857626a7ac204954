package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Sigmoid;
import org.unroll.core.graph.node.SkipPath;

/** A head for labels of which any number holds, trained as the apps do. */
class SigmoidIT {
  private static final int EXAMPLES = 40;
  private static final int LABELS = 5;

  private static ComputationGraph graph(double prior) {
    GraphPorts ports = new GraphPorts(Map.of("x", new Shape.Vector(LABELS)), LABELS);
    Sigmoid head =
        new Sigmoid(List.of("x"), List.of(), 0, prior, SkipPath.NONE, start(InitialWeights.ZERO));
    GraphOptions options = new GraphOptions(7, adam(0.1), OptionalInt.empty(), DataType.FLOAT);
    return GraphBuilder.build(spec("output", head), ports, options);
  }

  /** A label holds where its feature is above 0: none of an example's, some, or all. */
  private static MultiDataSet signs(DataType labels) {
    Random random = new Random(3);
    float[][] features = new float[EXAMPLES][LABELS];
    float[][] truth = new float[EXAMPLES][LABELS];
    for (int i = 0; i < EXAMPLES; i++) {
      for (int n = 0; n < LABELS; n++) {
        features[i][n] = random.nextBoolean() ? 1 : -1;
        truth[i][n] = Math.max(0, features[i][n]);
      }
    }
    return new MultiDataSet(
        Nd4j.createFromArray(features), Nd4j.createFromArray(truth).castTo(labels));
  }

  private static double[] losses(ComputationGraph graph, MultiDataSet data, int threads) {
    try (Replicas replicas = new Replicas(graph, new Threads(threads, 1))) {
      Engine engine = Engine.local(replicas, OptionalDouble.of(5));
      Batch batch = new Batch(data, new int[EXAMPLES]);
      double[] losses = new double[60];
      for (int step = 0; step < losses.length; step++) {
        losses[step] = engine.step(batch);
      }
      return losses;
    }
  }

  @Test
  void eachLabelStartsFromThePrior() {
    INDArray output = graph(0.01).output(signs(DataType.FLOAT).getFeatures())[0];
    assertThat(output.shape()).containsExactly(EXAMPLES, LABELS);
    assertThat(output.minNumber().doubleValue()).isCloseTo(0.01, within(1e-6));
    assertThat(output.maxNumber().doubleValue()).isCloseTo(0.01, within(1e-6));
    double loss = graph(0.5).score(signs(DataType.FLOAT));
    assertThat(loss).as("the mean over the labels").isCloseTo(Math.log(2), within(1e-6));
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "BYTE", "UBYTE", "BOOL"})
  void setsAreLearntFromLabelsOfAnyType(DataType type) {
    double[] whole = losses(graph(0.5), signs(type), 1);
    double[] split = losses(graph(0.5), signs(type), 2);
    assertThat(whole[0]).isCloseTo(Math.log(2), within(1e-6));
    assertThat(whole[59]).isLessThan(0.05);
    assertThat(split).containsExactly(whole, within(1e-5));
  }
}
