package org.unroll.core.pretrained;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.graph.GraphBuilder;
import org.unroll.core.graph.GraphOptions;
import org.unroll.core.graph.node.Flatten;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Pretrained;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.array.Floats;

/** A pretrained net in a graph of ours, asked for what it gives. */
final class PretrainedRun {
  private PretrainedRun() {}

  static ComputationGraph graph(Pretrained node, Shape shape) {
    Map<String, NodeSpec> nodes = new LinkedHashMap<>();
    nodes.put("net", node);
    boolean vector = !(shapeOf(node, shape) instanceof Shape.Pictures);
    if (!vector) {
      nodes.put("flat", new Flatten(List.of("net")));
    }
    nodes.put(
        "output",
        new Regression(
            List.of(vector ? "net" : "flat"),
            Optional.empty(),
            Regression.Loss.SQUARED,
            LayerOptions.DEFAULTS));
    UpdaterConfig sgd =
        new UpdaterConfig(
            OptionalDouble.of(0.1),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    return GraphBuilder.build(
        new GraphSpec(nodes),
        new GraphPorts(Map.of("pictures", shape), 2),
        GraphOptions.of(3, sgd));
  }

  private static Shape shapeOf(Pretrained node, Shape shape) {
    return node.shape(List.of(shape), null);
  }

  /** DL4J's name of the vertex that the head of {@link #graph} reads, flattened or not. */
  static String last(ComputationGraph graph) {
    String read = graph.getConfiguration().getVertexInputs().get("output").get(0);
    return read.equals("flat")
        ? graph.getConfiguration().getVertexInputs().get("flat").get(0)
        : read;
  }

  /** {@code [channels, height, width]} of one picture. */
  static float[] of(Path file, Optional<String> cut, PlainKeras.Map3 picture) {
    Pretrained node = new Pretrained(List.of("pictures"), file.toString(), cut, true);
    Shape shape = new Shape.Picture(picture.channels(), picture.height(), picture.width());
    ComputationGraph graph = graph(node, shape);
    float[] numbers = new float[picture.numbers().length];
    int plane = picture.height() * picture.width();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) picture.numbers()[i % plane * picture.channels() + i / plane];
    }
    INDArray input =
        Floats.array(numbers, 1, picture.channels(), picture.height(), picture.width());
    float[] output = Floats.read(graph.feedForward(input, false).get(last(graph)));
    graph.close();
    return output;
  }
}
