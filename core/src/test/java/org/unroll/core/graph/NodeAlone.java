package org.unroll.core.graph;

import static org.unroll.core.graph.TinyGraphs.ports;
import static org.unroll.core.graph.TinyGraphs.regression;
import static org.unroll.core.graph.TinyGraphs.sgd;
import static org.unroll.core.graph.TinyGraphs.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.graph.node.Flatten;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.yaml.Problems;

/**
 * The layer of one node, for any gradient by its output.
 *
 * @param type of all arrays
 */
record NodeAlone(Layer layer, DataType type) {
  /** Of the graph input that the node reads. */
  static final String INPUT = "input";

  static NodeAlone of(NodeSpec node, Shape read, DataType type) {
    GraphPorts ports = ports(INPUT, read);
    GraphSpec whole = spec("node", node, "output", regression("node"));
    Shape given = GraphCheck.check(whole, ports, "graph", new Problems()).get("node");
    if (given instanceof Shape.Pictures) {
      Flatten flat = new Flatten(List.of("node"));
      whole = spec("node", node, "flat", flat, "output", regression("flat"));
    }
    ComputationGraph graph =
        GraphBuilder.build(whole, ports, new GraphOptions(7, sgd(1), OptionalInt.empty(), type));
    ComputationGraph like = withGradientsByInput(graph);
    like.initGradientsView();
    return new NodeAlone(like.getLayer("node"), type);
  }

  /** What reads a graph's own input gives no gradient by it, but in graphs without such a mark. */
  private static ComputationGraph withGradientsByInput(ComputationGraph graph) {
    String json = graph.getConfiguration().toJson();
    ComputationGraph like =
        new ComputationGraph(
            ComputationGraphConfiguration.fromJson(
                json.replaceAll("\"lowest\"\\s*:\\s*true", "\"lowest\" : false")));
    like.init(graph.params(), true);
    return like;
  }

  /**
   * @param mask {@code [b, t]}, or null
   * @return a copy
   */
  INDArray forward(INDArray input, INDArray mask, boolean training) {
    layer.clear();
    layer.setInput(input.castTo(type), LayerWorkspaceMgr.noWorkspaces());
    layer.feedForwardMaskArray(mask == null ? null : mask.castTo(type), MaskState.Active, 1);
    return layer.activate(training, LayerWorkspaceMgr.noWorkspaces()).dup('c');
  }

  /**
   * Of the last pass in training.
   *
   * @param above gradient by the output
   * @return the gradients by parameters and by {@link #INPUT}, copies
   */
  Map<String, INDArray> backward(INDArray above) {
    Pair<Gradient, INDArray> found =
        layer.backpropGradient(above.castTo(type), LayerWorkspaceMgr.noWorkspaces());
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    found
        .getFirst()
        .gradientForVariable()
        .forEach((name, gradient) -> gradients.put(name, gradient.dup('c')));
    gradients.put(INPUT, found.getSecond().dup('c'));
    return gradients;
  }
}
