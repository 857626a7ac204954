package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.unroll.core.graph.node.Conv1d;
import org.unroll.core.graph.node.ConvRecurrent;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.harness.Distance;

/**
 * Convolutions over time and cells of convolutions, in single precision, give what plain loops in
 * double precision give, whatever steps are masked, and their gradients are the loops' slopes.
 */
class RandomFramesIT {
  private static final int CASES = 200; // of each kind

  /** A node, what it reads, and the same in loops. */
  private record Drawn(NodeSpec node, Shape shape, PlainLoop loop) {}

  /** A node of one kind. */
  private interface Drawing {
    Drawn draw(Random random);
  }

  /** Of a case, with all that is random besides its node. */
  private record Case(Drawn drawn, Random random) {}

  static Stream<Named<Case>> overTime() {
    return cases(RandomFramesIT::overTime);
  }

  static Stream<Named<Case>> lstms() {
    return cases(random -> cell(ConvRecurrent.ConvCell.CONV_LSTM, random));
  }

  static Stream<Named<Case>> grus() {
    return cases(random -> cell(ConvRecurrent.ConvCell.CONV_GRU, random));
  }

  private static Stream<Named<Case>> cases(Drawing drawing) {
    return IntStream.range(0, CASES)
        .mapToObj(
            seed -> {
              Random random = new Random(seed);
              Case drawn = new Case(drawing.draw(random), random);
              return Named.of(drawn.drawn.shape() + " " + drawn.drawn.node(), drawn);
            });
  }

  private static Drawn overTime(Random random) {
    int size = 1 + random.nextInt(5);
    Activation activation = random.nextBoolean() ? Activation.TANH : Activation.IDENTITY;
    Conv1d node =
        new Conv1d(
            List.of(NodeAlone.INPUT),
            1 + random.nextInt(4),
            1 + random.nextInt(6),
            1 + random.nextInt(3),
            random.nextBoolean(),
            new LayerOptions(0, InitialWeights.XAVIER, Optional.of(activation), 0, false));
    return new Drawn(node, new Shape.Sequence(size), new TimeLoop(node, size));
  }

  private static Drawn cell(ConvRecurrent.ConvCell cell, Random random) {
    Shape.Frames frames =
        new Shape.Frames(1 + random.nextInt(3), 1 + random.nextInt(4), 1 + random.nextInt(4));
    ConvRecurrent node =
        new ConvRecurrent(
            cell,
            List.of(NodeAlone.INPUT),
            1 + random.nextInt(3),
            1 + random.nextInt(4),
            OptionalDouble.empty(),
            InitialWeights.ORTHOGONAL,
            LayerOptions.DEFAULTS);
    return new Drawn(node, frames, new CellLoop(node, frames));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"overTime", "lstms", "grus"})
  void loopsGiveTheSame(Case given) {
    Random random = given.random();
    NodeAlone node = NodeAlone.of(given.drawn.node(), given.drawn.shape(), DataType.FLOAT);
    boolean[][] counts = counts(random);
    int[] read = {counts.length, given.drawn.shape().size(), counts[0].length};
    Map<String, double[]> at = new LinkedHashMap<>();
    at.put(NodeAlone.INPUT, normal(random, 1, read[0] * read[1] * read[2]));
    node.layer()
        .paramTable()
        .forEach(
            (name, parameter) -> {
              at.put(name, normal(random, 0.5, (int) parameter.length()));
              parameter.assign(array(at.get(name), parameter.shape()));
            });
    INDArray input = array(at.get(NodeAlone.INPUT), read[0], read[1], read[2]);
    INDArray output = node.forward(input, mask(counts, random), true); // [b, n, t]
    double[] expected = given.drawn.loop().output(at.get(NodeAlone.INPUT), counts, at);
    INDArray whole = array(expected, output.shape());
    assertThat(Distance.between(output.castTo(DataType.DOUBLE), whole)).isLessThan(1e-5);

    double[] above = normal(random, 1, expected.length);
    Map<String, INDArray> gradients = node.backward(array(above, output.shape()));
    assertSlope(new LoopSlope(given.drawn.loop(), counts, at, above), gradients, random);
  }

  /** Along one direction of all arrays at once. */
  private static void assertSlope(LoopSlope slope, Map<String, INDArray> gradients, Random random) {
    assertThat(gradients).containsOnlyKeys(slope.at().keySet());
    Map<String, double[]> direction = new LinkedHashMap<>();
    double sum = 0;
    double size = 1;
    for (String name : slope.at().keySet()) {
      direction.put(name, normal(random, 1, slope.at().get(name).length));
      double[] gradient = gradients.get(name).castTo(DataType.DOUBLE).ravel().toDoubleVector();
      for (int i = 0; i < gradient.length; i++) {
        double share = gradient[i] * direction.get(name)[i];
        sum += share;
        size += Math.abs(share);
      }
    }
    assertThat(sum).isCloseTo(slope.along(direction), within(1e-5 * size));
  }

  /** Some batches are padded on the right, some have gaps. */
  private static boolean[][] counts(Random random) {
    boolean[][] counts = new boolean[1 + random.nextInt(3)][1 + random.nextInt(6)];
    int kind = random.nextInt(3);
    for (boolean[] sequence : counts) {
      int length = 1 + random.nextInt(sequence.length);
      for (int t = 0; t < sequence.length; t++) {
        sequence[t] = kind == 0 || kind == 1 && t < length || kind == 2 && random.nextInt(3) > 0;
      }
    }
    return counts;
  }

  private static INDArray mask(boolean[][] counts, Random random) {
    boolean none = true;
    INDArray mask = Nd4j.ones(DataType.DOUBLE, counts.length, counts[0].length); // [b, t]
    for (int b = 0; b < counts.length; b++) {
      for (int t = 0; t < counts[b].length; t++) {
        mask.putScalar(b, t, counts[b][t] ? 1 : 0);
        none &= counts[b][t];
      }
    }
    return none && random.nextBoolean() ? null : mask;
  }

  private static double[] normal(Random random, double deviation, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = deviation * random.nextGaussian();
    }
    return values;
  }

  private static INDArray array(double[] values, long... shape) {
    return Nd4j.createFromArray(values).reshape('c', shape);
  }
}
