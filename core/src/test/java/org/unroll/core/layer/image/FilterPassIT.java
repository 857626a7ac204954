package org.unroll.core.layer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.harness.Distance;
import org.unroll.core.layer.array.OneDnn;
import org.unroll.core.layer.onednn.OneDnnFilters;

/** oneDNN primitives of ours give what ND4J's operations give in double precision. */
class FilterPassIT {
  private static final int CASES = 300;
  private static final int STEPS = 2000;
  private static final long MIB = 1 << 20;

  private final OneDnnFilters library = new OneDnnFilters();

  /** A convolution and whose weights are some of others. */
  private record Drawn(ConvolutionShape shape, int pictures, boolean bias, int before) {}

  @BeforeEach
  void needsOneDnn() {
    assumeTrue(OneDnn.obstacle().isEmpty(), "no oneDNN here");
  }

  @AfterEach
  void release() {
    library.close();
  }

  static IntStream seeds() {
    return IntStream.range(0, CASES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bothGiveTheSame(int seed) {
    Random random = new Random(seed);
    Drawn drawn = drawn(random);
    ConvolutionShape shape = drawn.shape();
    FilterPass.Parameters exact = parameters(drawn, random);
    INDArray read = normal(random, drawn.pictures(), shape.size().length());
    INDArray delta = normal(random, drawn.pictures(), shape.outputSize().length());
    FilterPass generic = GenericFilterPass.of(shape, exact);
    FilterPass fast = OneDnnFilterPass.of(library, shape, floats(exact));

    INDArray expected = delta.like();
    INDArray actual = floats(delta.like());
    generic.apply(read, expected);
    fast.apply(floats(read), actual);
    assertClose(actual, expected, 1e-5);

    FilterPass.Parameters wanted = parameters(drawn, random); // to which is added
    FilterPass.Parameters gradients = floats(wanted);
    INDArray below = read.like();
    INDArray fastBelow = floats(below);
    generic.differentiate(read, delta, wanted, Optional.of(below));
    fast.differentiate(floats(read), floats(delta), gradients, Optional.of(fastBelow));
    assertClose(gradients.weights(), wanted.weights(), 1e-4);
    assertClose(fastBelow, below, 1e-4);
    if (drawn.bias()) {
      assertClose(gradients.bias().orElseThrow(), wanted.bias().orElseThrow(), 1e-4);
    }
  }

  private static Drawn drawn(Random random) {
    while (true) {
      int groups = random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(4);
      int channels = groups * (1 + random.nextInt(random.nextBoolean() ? 4 : 20));
      int filters = groups * (1 + random.nextInt(random.nextBoolean() ? 4 : 20));
      PictureSize size = new PictureSize(channels, 1 + random.nextInt(14), 1 + random.nextInt(14));
      int padding = random.nextInt(4) - 1; // the same down and across, as in configurations
      Window window = new Window(span(random, padding), span(random, padding));
      ConvolutionShape shape = new ConvolutionShape(size, window, filters, groups);
      PictureSize output = shape.outputSize();
      if (output.height() > 0 && output.width() > 0) {
        int before = groups == 1 && random.nextBoolean() ? 1 + random.nextInt(5) : 0;
        return new Drawn(shape, 1 + random.nextInt(9), random.nextBoolean(), before);
      }
    }
  }

  /** ND4J misplaces windows with gaps between them if it is to find the padding of them. */
  private static Span span(Random random, int padding) {
    int kernel = 1 + random.nextInt(5);
    return new Span(
        kernel,
        1 + random.nextInt(Math.min(3, kernel)),
        1 + random.nextInt(3),
        padding < 0 ? Span.SAME : padding);
  }

  private static FilterPass.Parameters parameters(Drawn drawn, Random random) {
    ConvolutionShape shape = drawn.shape();
    long filters = shape.filters();
    INDArray all =
        normal(
            random,
            shape.window().down().kernel(),
            shape.window().across().kernel(),
            shape.size().channels() / shape.groups(),
            filters + drawn.before());
    INDArray some =
        all.get(
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.interval(drawn.before(), drawn.before() + filters));
    return new FilterPass.Parameters(
        some, drawn.bias() ? Optional.of(normal(random, 1, filters)) : Optional.empty());
  }

  private static INDArray normal(Random random, long... shape) {
    INDArray array = Nd4j.create(DataType.DOUBLE, shape);
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, random.nextGaussian());
    }
    return array;
  }

  private static INDArray floats(INDArray array) {
    return array.castTo(DataType.FLOAT);
  }

  /** Weights that are a view stay one. */
  private static FilterPass.Parameters floats(FilterPass.Parameters exact) {
    INDArray weights = exact.weights();
    INDArray wide =
        Nd4j.zeros(
            DataType.FLOAT, weights.size(0), weights.size(1), weights.size(2), weights.size(3) + 3);
    INDArray view =
        wide.get(
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.interval(2, 2 + weights.size(3)));
    boolean dense = weights.isView();
    view.assign(weights);
    return new FilterPass.Parameters(
        dense ? view : floats(weights), exact.bias().map(FilterPassIT::floats));
  }

  private static void assertClose(INDArray actual, INDArray expected, double error) {
    double scale = Math.max(1, expected.amaxNumber().doubleValue());
    double distance = Distance.between(actual.castTo(DataType.DOUBLE), expected);
    assertThat(distance / scale).isLessThan(error);
  }

  /** Batches and lengths of every number of frames, as a layer sees them. */
  @Test
  void variedFramesDoNotGrowTheProcess() {
    ConvolutionShape shape =
        new ConvolutionShape(
            new PictureSize(3, 12, 12),
            new Window(new Span(3, 1, 1, Span.SAME), new Span(3, 1, 1, Span.SAME)),
            16,
            1);
    Random random = new Random(5);
    Drawn drawn = new Drawn(shape, 0, true, 0);
    FilterPass.Parameters parameters = floats(parameters(drawn, random));
    passes(shape, parameters, random, STEPS / 10);
    long before = resident();
    passes(shape, parameters, random, STEPS);

    assertThat(resident() - before).isLessThan(100 * MIB); // the Java heap grows as well
  }

  private void passes(
      ConvolutionShape shape, FilterPass.Parameters parameters, Random random, int count) {
    LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.noWorkspaces();
    FilterBank filters = FilterBank.of(shape, parameters, library);
    for (int i = 0; i < count; i++) {
      CountedRows rows = CountedRows.all((1 + random.nextInt(8)) * (1 + random.nextInt(12)));
      INDArray read = Nd4j.zeros(DataType.FLOAT, rows.all(), shape.size().length());
      INDArray output = Nd4j.zeros(DataType.FLOAT, rows.all(), shape.outputSize().length());
      filters.apply(rows, read, output);
      filters.differentiate(rows, read, output, parameters, Optional.of(read));
      read.close();
      output.close();
    }
  }

  private static long resident() {
    System.gc();
    return Pointer.physicalBytes();
  }
}
