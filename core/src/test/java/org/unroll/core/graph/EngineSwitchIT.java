package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.core.graph.TinyGraphs.sgd;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.harness.Distance;

/** Every kind of graph gives the same on oneDNN and on plain ND4J, and so does its file. */
class EngineSwitchIT {
  private static final String PROPERTY = "unroll.recurrent";
  private static final String BEFORE = System.getProperty(PROPERTY, "");

  static Stream<Named<GraphCases.Case>> cases() {
    return GraphCases.all();
  }

  @AfterEach
  void restoreProperty() {
    if (BEFORE.isEmpty()) {
      System.clearProperty(PROPERTY);
    } else {
      System.setProperty(PROPERTY, BEFORE);
    }
  }

  private static ComputationGraph graph(GraphCases.Case tiny, String engine) {
    System.setProperty(PROPERTY, engine);
    GraphOptions options = new GraphOptions(7, sgd(0.1), OptionalInt.empty(), DataType.FLOAT);
    return GraphBuilder.build(tiny.spec(), tiny.ports(), options);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void bothEnginesGiveTheSame(GraphCases.Case tiny) {
    ComputationGraph plain = graph(tiny, "nd4j");
    ComputationGraph fast = graph(tiny, "onednn");
    TinyBatch batch = tiny.batch(plain).inFloats();
    assertClose(fast.params(), plain.params(), 1e-9);
    assertClose(batch.output(fast), batch.output(plain), 1e-5);
    assertClose(batch.gradient(fast), batch.gradient(plain), 1e-4);
    fast.fit(batch.data());
    plain.fit(batch.data());
    assertClose(fast.params(), plain.params(), 1e-4);
  }

  /** The loops over floats and ND4J's generic operations. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void singlePrecisionGivesWhatDoublePrecisionDoes(GraphCases.Case tiny) {
    GraphOptions doubles = new GraphOptions(7, sgd(0.1), OptionalInt.empty(), DataType.DOUBLE);
    ComputationGraph exact = GraphBuilder.build(tiny.spec(), tiny.ports(), doubles);
    ComputationGraph fast = graph(tiny, "onednn");
    fast.setParams(exact.params().castTo(DataType.FLOAT));
    boolean classes = tiny.spec().nodes().values().stream().anyMatch(Softmax.class::isInstance);
    TinyBatch batch = classes ? tiny.batch(exact).withClassNumbers() : tiny.batch(exact);
    TinyBatch floats = batch.inFloats();
    assertClose(doubled(floats.output(fast)), batch.output(exact), 1e-5);
    assertClose(doubled(floats.gradient(fast)), batch.gradient(exact), 1e-4);
    assertThat(floats.score(fast)).isCloseTo(batch.score(exact), within(1e-4));
  }

  private static INDArray doubled(INDArray floats) {
    return floats.castTo(DataType.DOUBLE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aFileOfOneEngineIsReadByTheOther(GraphCases.Case tiny) throws IOException {
    ComputationGraph fast = graph(tiny, "onednn");
    TinyBatch batch = tiny.batch(fast).inFloats();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelSerializer.writeModel(fast, file, true);
    System.setProperty(PROPERTY, "nd4j");
    ComputationGraph plain =
        ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(file.toByteArray()), true);
    assertThat(plain.getConfiguration()).isEqualTo(fast.getConfiguration());
    assertClose(batch.output(plain), batch.output(fast), 1e-5);
  }

  private static void assertClose(INDArray actual, INDArray expected, double error) {
    double scale = Math.max(1, expected.amaxNumber().doubleValue());
    double distance = Distance.between(actual, expected);
    assertThat(distance / scale).isLessThan(error);
  }
}
