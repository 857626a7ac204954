package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.unroll.core.config.UpdaterConfig;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Pretrained;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.step.NodeDigest;
import org.unroll.core.pretrained.KerasNets;

/** Nets that give the same have the same digest, whatever comes after and however they train. */
class NodeDigestIT {
  private static final GraphPorts PICTURES = ports("pictures", new Shape.Picture(3, 12, 10));

  private static GraphSpec on(String file, String cut, PoolTime.Kind kind) {
    return spec(
        "net", new Pretrained(List.of("pictures"), file, Optional.of(cut), true),
        "mean", PictureCases.globalPool(kind, "net"),
        "output", softmax("mean"));
  }

  private static ComputationGraph graph(
      String cut, PoolTime.Kind kind, long seed, UpdaterConfig by) {
    GraphOptions options = new GraphOptions(seed, by, OptionalInt.empty(), DataType.FLOAT);
    return GraphBuilder.build(on(KerasNets.vggFile(), cut, kind), PICTURES, options);
  }

  private static ComputationGraph graph(String cut, PoolTime.Kind kind) {
    return graph(cut, kind, 7, adam(0.1));
  }

  @Test
  void trainingMakesNoDifference() {
    String first = NodeDigest.of(graph("conv2", PoolTime.Kind.MEAN), "net");
    assertThat(first).matches("[0-9a-f]{64}");
    assertThat(NodeDigest.of(graph("conv2", PoolTime.Kind.MAX, 8, sgd(1)), "net")).isEqualTo(first);
  }

  @Test
  void layersConnectionsAndWeightsDo() {
    ComputationGraph graph = graph("conv2", PoolTime.Kind.MEAN);
    String net = NodeDigest.of(graph, "net");
    String mean = NodeDigest.of(graph, "mean");
    assertThat(mean).isNotEqualTo(net);
    assertThat(NodeDigest.of(graph("conv2", PoolTime.Kind.MAX), "mean")).isNotEqualTo(mean);
    assertThat(NodeDigest.of(graph("conv1", PoolTime.Kind.MEAN), "net")).isNotEqualTo(net);
    graph.getParam("net.conv1_W").putScalar(3, 0.25f);
    assertThat(NodeDigest.of(graph, "net")).isNotEqualTo(net);
  }
}
