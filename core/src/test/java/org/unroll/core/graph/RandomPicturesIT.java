package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.graph.TinyGraphs.ports;
import static org.unroll.core.graph.TinyGraphs.regression;
import static org.unroll.core.graph.TinyGraphs.sgd;
import static org.unroll.core.graph.TinyGraphs.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.BatchNorm;
import org.unroll.core.graph.node.Conv;
import org.unroll.core.graph.node.Flatten;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Pool;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.recurrent.Distance;
import org.unroll.core.yaml.Problems;

/**
 * Layers on pictures in single precision, through passes of ours and whatever build of ND4J is
 * there, give what they give in double precision, through its generic operations.
 */
class RandomPicturesIT {
  private static final int CASES = 200; // of each kind

  static Stream<Named<GraphCases.Case>> convolutions() {
    return cases(RandomPicturesIT::convolution);
  }

  static Stream<Named<GraphCases.Case>> pools() {
    return cases(RandomPicturesIT::pool);
  }

  static Stream<Named<GraphCases.Case>> norms() {
    return cases(RandomPicturesIT::norm);
  }

  /** A node of one kind that reads {@code pictures}. */
  private interface Drawing {
    NodeSpec draw(Random random, int channels);
  }

  private static Stream<Named<GraphCases.Case>> cases(Drawing drawing) {
    return IntStream.range(0, 2 * CASES)
        .mapToObj(seed -> drawn(drawing, new Random(seed)))
        .filter(tiny -> isPossible(tiny.getPayload()))
        .limit(CASES);
  }

  private static Named<GraphCases.Case> drawn(Drawing drawing, Random random) {
    int channels = 1 + random.nextInt(6);
    int height = 1 + random.nextInt(9);
    int width = 1 + random.nextInt(9);
    Shape shape =
        random.nextBoolean()
            ? new Shape.Picture(channels, height, width)
            : new Shape.Frames(channels, height, width);
    NodeSpec node = drawing.draw(random, channels);
    return Named.of(
        shape + " " + node,
        new GraphCases.Case(
            ports("pictures", shape),
            spec(
                "node", node, "flat", new Flatten(List.of("node")), "output", regression("flat"))));
  }

  private static boolean isPossible(GraphCases.Case tiny) {
    Problems problems = new Problems();
    GraphCheck.plan(tiny.spec(), tiny.ports(), "graph", problems);
    return problems.isEmpty();
  }

  private static Conv convolution(Random random, int channels) {
    int groups = random.nextInt(3) > 0 ? 1 : channels;
    groups = channels == 4 && random.nextBoolean() ? 2 : groups;
    Activation[] activations = Activation.values();
    return new Conv(
        List.of("pictures"),
        groups * (1 + random.nextInt(3)),
        sides(random, 4),
        sides(random, 3),
        padding(random),
        random.nextInt(4) == 0 ? sides(random, 3) : List.of(1),
        groups,
        random.nextBoolean(),
        new LayerOptions(
            0,
            InitialWeights.XAVIER,
            Optional.of(activations[random.nextInt(activations.length)]),
            0,
            false));
  }

  private static Pool pool(Random random, int channels) {
    PoolTime.Kind kind = random.nextBoolean() ? PoolTime.Kind.MAX : PoolTime.Kind.MEAN;
    List<Integer> size = random.nextInt(3) == 0 ? List.of(2) : sides(random, 4);
    int smallest = size.stream().min(Integer::compare).orElseThrow();
    String padding = smallest < 2 || random.nextBoolean() ? "valid" : padding(random);
    return new Pool(
        List.of("pictures"),
        kind,
        size,
        random.nextBoolean() ? List.of() : sides(random, 3),
        padding.equals("2") ? "1" : padding);
  }

  private static BatchNorm norm(Random random, int channels) {
    Activation[] activations = Activation.values();
    return new BatchNorm(
        List.of("pictures"),
        0.9,
        Optional.of(activations[random.nextInt(activations.length)]),
        random.nextInt(4) == 0);
  }

  private static String padding(Random random) {
    return List.of("same", "valid", "1", "2").get(random.nextInt(4));
  }

  private static List<Integer> sides(Random random, int most) {
    return random.nextBoolean()
        ? List.of(1 + random.nextInt(most))
        : List.of(1 + random.nextInt(most), 1 + random.nextInt(most));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"convolutions", "pools", "norms"})
  void bothPrecisionsGiveTheSame(GraphCases.Case tiny) {
    ComputationGraph exact = graph(tiny, DataType.DOUBLE);
    ComputationGraph fast = graph(tiny, DataType.FLOAT);
    fast.setParams(exact.params().castTo(DataType.FLOAT));
    TinyBatch batch = tiny.batch(exact);
    TinyBatch floats = batch.inFloats();
    assertClose(floats.output(fast), batch.output(exact), 1e-5);
    assertClose(floats.gradient(fast), batch.gradient(exact), 1e-4);
  }

  private static ComputationGraph graph(GraphCases.Case tiny, DataType type) {
    return GraphBuilder.build(
        tiny.spec(), tiny.ports(), new GraphOptions(7, sgd(0.1), OptionalInt.empty(), type));
  }

  private static void assertClose(INDArray actual, INDArray expected, double error) {
    double scale = Math.max(1, expected.amaxNumber().doubleValue());
    double distance = Distance.between(actual.castTo(DataType.DOUBLE), expected);
    assertThat(distance / scale).isLessThan(error);
  }
}
