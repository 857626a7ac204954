package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.graph.PictureCases.flatten;
import static org.unroll.core.graph.TinyGraphs.ports;
import static org.unroll.core.graph.TinyGraphs.regression;
import static org.unroll.core.graph.TinyGraphs.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.BatchNorm;
import org.unroll.core.graph.node.Conv;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Pool;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.harness.Distance;
import org.unroll.core.yaml.Problems;

/**
 * Layers on pictures in single precision, through passes of ours and whatever build of ND4J is
 * there, give what they give in double precision, through its generic operations.
 */
class RandomPicturesIT {
  private static final int CASES = 200; // of each kind
  private static final int[] LENGTHS = {3, 1, 2}; // of frames

  /** A node and what it reads. */
  private record Case(NodeSpec node, Shape.Pictures read, Random random) {
    boolean isPossible() {
      GraphSpec spec = spec("node", node, "flat", flatten("node"), "output", regression("flat"));
      Problems problems = new Problems();
      GraphCheck.check(spec, ports(NodeAlone.INPUT, read), "graph", problems);
      return problems.isEmpty();
    }
  }

  static Stream<Named<Case>> convolutions() {
    return cases(RandomPicturesIT::convolution);
  }

  static Stream<Named<Case>> pools() {
    return cases((random, channels) -> pool(random));
  }

  static Stream<Named<Case>> norms() {
    return cases((random, channels) -> norm(random));
  }

  /** A node of one kind. */
  private interface Drawing {
    NodeSpec draw(Random random, int channels);
  }

  private static Stream<Named<Case>> cases(Drawing drawing) {
    return IntStream.range(0, 2 * CASES)
        .mapToObj(seed -> drawn(drawing, new Random(seed)))
        .filter(Case::isPossible)
        .limit(CASES)
        .map(drawn -> Named.of(drawn.read() + " " + drawn.node(), drawn));
  }

  private static Case drawn(Drawing drawing, Random random) {
    int channels = 1 + random.nextInt(6);
    int height = 1 + random.nextInt(9);
    int width = 1 + random.nextInt(9);
    Shape.Pictures read =
        random.nextBoolean()
            ? new Shape.Picture(channels, height, width)
            : new Shape.Frames(channels, height, width);
    return new Case(drawing.draw(random, channels), read, random);
  }

  private static Conv convolution(Random random, int channels) {
    int groups = random.nextInt(3) > 0 ? 1 : channels;
    groups = channels == 4 && random.nextBoolean() ? 2 : groups;
    Activation[] activations = Activation.values();
    return new Conv(
        List.of(NodeAlone.INPUT),
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

  private static Pool pool(Random random) {
    PoolTime.Kind kind = random.nextBoolean() ? PoolTime.Kind.MAX : PoolTime.Kind.MEAN;
    List<Integer> size = random.nextInt(3) == 0 ? List.of(2) : sides(random, 4);
    int smallest = size.stream().min(Integer::compare).orElseThrow();
    String padding = smallest < 2 || random.nextBoolean() ? "valid" : padding(random);
    return new Pool(
        List.of(NodeAlone.INPUT),
        kind,
        size,
        random.nextBoolean() ? List.of() : sides(random, 3),
        padding.equals("2") ? "1" : padding);
  }

  private static BatchNorm norm(Random random) {
    Activation[] activations = Activation.values();
    return new BatchNorm(
        List.of(NodeAlone.INPUT),
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
  void bothPrecisionsGiveTheSame(Case drawn) {
    NodeAlone exact = NodeAlone.of(drawn.node(), drawn.read(), DataType.DOUBLE);
    NodeAlone fast = NodeAlone.of(drawn.node(), drawn.read(), DataType.FLOAT);
    exact
        .layer()
        .paramTable()
        .forEach((name, parameter) -> fast.layer().getParam(name).assign(parameter));
    INDArray input = input(drawn);
    INDArray mask = drawn.read().hasSteps() ? mask() : null;
    INDArray output = exact.forward(input, mask, true);
    assertClose(fast.forward(input, mask, true), output, 1e-5);
    INDArray above = normal(drawn.random(), output.shape());
    Map<String, INDArray> gradients = fast.backward(above);
    exact
        .backward(above)
        .forEach((name, gradient) -> assertClose(gradients.get(name), gradient, 1e-4));
  }

  private static INDArray input(Case drawn) {
    Shape.Pictures read = drawn.read();
    return read.hasSteps()
        ? normal(drawn.random(), LENGTHS.length, read.size(), LENGTHS[0])
        : normal(drawn.random(), LENGTHS.length, read.channels(), read.height(), read.width());
  }

  private static INDArray normal(Random random, long... shape) {
    INDArray array = Nd4j.createUninitialized(DataType.DOUBLE, shape);
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, random.nextGaussian());
    }
    return array;
  }

  private static INDArray mask() {
    INDArray mask = Nd4j.zeros(DataType.DOUBLE, LENGTHS.length, LENGTHS[0]); // [b, t]
    for (int b = 0; b < LENGTHS.length; b++) {
      for (int t = 0; t < LENGTHS[b]; t++) {
        mask.putScalar(b, t, 1);
      }
    }
    return mask;
  }

  private static void assertClose(INDArray actual, INDArray expected, double error) {
    double scale = Math.max(1, expected.amaxNumber().doubleValue());
    double distance = Distance.between(actual.castTo(DataType.DOUBLE), expected);
    assertThat(distance / scale).isLessThan(error);
  }
}
