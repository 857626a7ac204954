package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.harness.Distance;

/** Steps whose batch is cut into parts are the steps of the whole batch, for every kind of node. */
class SplitStepIT {
  private static final int STEPS = 3;

  /** What can be seen of a training: the first gradient, and of each step the loss. */
  private record Seen(List<INDArray> gradients, List<Double> losses) {}

  private static Seen train(GraphCases.Case tiny, DataType type, int parts) {
    GraphOptions options = new GraphOptions(7, TinyGraphs.adam(0.01), OptionalInt.empty(), type);
    ComputationGraph graph = GraphBuilder.build(tiny.spec(), tiny.ports(), options);
    TinyBatch batch = type == DataType.FLOAT ? tiny.batch(graph).inFloats() : tiny.batch(graph);
    List<INDArray> gradients = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    graph.setListeners(
        new BaseTrainingListener() {
          @Override
          public void onGradientCalculation(Model model) {
            gradients.add(((ComputationGraph) model).getFlattenedGradients().dup());
          }
        });
    Replicas replicas = new Replicas(graph, new Threads(parts, 1));
    Engine engine = Engine.local(replicas, OptionalDouble.of(1));
    for (int step = 0; step < STEPS; step++) {
      losses.add(engine.step(new Batch(batch.data(), new int[batch.examples()])));
      if (step == 0) {
        graph.setListeners(List.of()); // without them gradients are cleared in another way
      }
    }
    if (parts > 1) { // to end its threads; it also collects Java's heap, twice
      replicas.close();
    }
    return new Seen(gradients, losses);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.unroll.core.graph.GraphCases#independent")
  void partsAddUpToTheWhole(GraphCases.Case tiny) {
    Seen whole = train(tiny, DataType.FLOAT, 1);
    assertSame(train(tiny, DataType.FLOAT, 3), whole, 1e-5);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.unroll.core.graph.GraphCases#independent")
  void partsAddUpToTheWholeInDoublePrecision(GraphCases.Case tiny) {
    assertSame(train(tiny, DataType.DOUBLE, 2), train(tiny, DataType.DOUBLE, 1), 1e-12);
  }

  private static void assertSame(Seen split, Seen whole, double error) {
    INDArray gradient = whole.gradients.get(0);
    double scale = Math.max(1, gradient.amaxNumber().doubleValue());
    assertThat(Distance.between(split.gradients.get(0), gradient) / scale).isLessThan(error);
    for (int step = 0; step < STEPS; step++) {
      assertThat(split.losses.get(step)).isCloseTo(whole.losses.get(step), within(10 * error));
    }
  }
}
