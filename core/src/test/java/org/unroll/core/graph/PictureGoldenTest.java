package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.Json;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.harness.Distance;
import org.unroll.core.layer.RunningStatistics;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;

/**
 * Layers on pictures give what PyTorch 2.7.1 gives in double precision, and so do their gradients:
 * {@code PictureGolden} in the peers of {@code apps/bench}, through DJL 0.35.0, made the file.
 */
class PictureGoldenTest {
  private static final int BATCH = 2;
  private static final String GRADIENT = "-gradient";

  record Config(GraphSpec graph) {}

  static Stream<Named<JsonNode>> cases() throws IOException {
    try (InputStream file = PictureGoldenTest.class.getResourceAsStream("picture-golden.json")) {
      return StreamSupport.stream(Json.MAPPER.readTree(file).spliterator(), false)
          .map(golden -> Named.of("" + golden.get("node") + golden.path("lengths"), golden));
    }
  }

  private static NodeSpec node(JsonNode golden) {
    String keys = golden.get("node").toString();
    String yaml = "graph: {node: {input: %s, %s}".formatted(NodeAlone.INPUT, keys.substring(1));
    return new ConfigLoader<>(Config.class)
        .load(new ConfigText("golden", yaml), List.of(), List.of())
        .config()
        .graph()
        .nodes()
        .get("node");
  }

  private static Shape shape(JsonNode golden) {
    JsonNode shape = golden.get("shape");
    if (shape.size() == 1) {
      return new Shape.Sequence(shape.get(0).asInt());
    }
    Shape.Picture picture =
        new Shape.Picture(shape.get(0).asInt(), shape.get(1).asInt(), shape.get(2).asInt());
    return golden.has("lengths")
        ? new Shape.Frames(picture.channels(), picture.height(), picture.width())
        : picture;
  }

  private static long time(JsonNode golden) {
    return Math.max(golden.get("lengths").get(0).asLong(), golden.get("lengths").get(1).asLong());
  }

  private static INDArray input(JsonNode golden) {
    if (shape(golden) instanceof Shape.Picture it) {
      return values("input", BATCH, it.channels(), it.height(), it.width());
    }
    return values("input", BATCH, shape(golden).size(), time(golden));
  }

  private static INDArray mask(JsonNode golden) {
    if (!golden.has("lengths")) {
      return null;
    }
    INDArray mask = Nd4j.zeros(DataType.DOUBLE, BATCH, time(golden));
    for (int b = 0; b < BATCH; b++) {
      for (int t = 0; t < golden.get("lengths").get(b).asInt(); t++) {
        mask.putScalar(b, t, 1);
      }
    }
    return mask;
  }

  /** The formula of {@code PictureGolden}. */
  private static INDArray values(String name, long... shape) {
    INDArray values = Nd4j.createUninitialized(DataType.DOUBLE, shape, 'c');
    for (long i = 0; i < values.length(); i++) {
      values.putScalar(i, Math.sin(name.hashCode() % 100 + 0.37 * i * i));
    }
    return values;
  }

  /** The input and the parameters that are learnt. */
  private static List<String> differentiated(JsonNode golden) {
    return golden.properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> key.endsWith(GRADIENT))
        .map(key -> key.substring(0, key.length() - GRADIENT.length()))
        .toList();
  }

  private static void assertGolden(INDArray actual, JsonNode expected, double error) {
    assertThat(actual.length()).isEqualTo(expected.size());
    double[] values = new double[expected.size()];
    double scale = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = expected.get(i).asDouble();
      scale = Math.max(scale, Math.abs(values[i]));
    }
    INDArray golden = Nd4j.createFromArray(values).reshape('c', actual.shape());
    double distance = Distance.between(actual.castTo(DataType.DOUBLE), golden);
    assertThat(distance / scale).isLessThan(error);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void pyTorchGivesTheSame(JsonNode golden) {
    for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
      NodeAlone node = NodeAlone.of(node(golden), shape(golden), type);
      List<String> differentiated = differentiated(golden);
      for (String name : differentiated) {
        if (!name.equals(NodeAlone.INPUT)) {
          INDArray parameter = node.layer().getParam(name);
          parameter.assign(values(name, parameter.shape()));
        }
      }
      INDArray output = node.forward(input(golden), mask(golden), true);
      assertGolden(output, golden.get("output"), 1e-5);
      Map<String, INDArray> gradients = node.backward(values("above", output.shape()));
      for (String name : differentiated) {
        assertGolden(gradients.get(name), golden.get(name + GRADIENT), 1e-4);
      }
      if (node.layer() instanceof RunningStatistics statistics) {
        statistics.merge(List.of(statistics));
        assertGolden(node.layer().getParam("mean"), golden.get("mean"), 1e-5);
        assertGolden(node.layer().getParam("var"), golden.get("var"), 1e-5);
        INDArray inference = node.forward(input(golden), mask(golden), false);
        assertGolden(inference, golden.get("inference"), 1e-5);
      }
    }
  }
}
