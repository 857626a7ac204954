package org.unroll.apps.caption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.graph.GraphCheck;
import org.unroll.core.graph.node.GlobalPool;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Sigmoid;
import org.unroll.core.graph.node.SkipPath;
import org.unroll.core.yaml.Problems;

/**
 * The graph of an encoder and what it gives of a picture.
 *
 * @param ports the picture and the words of its head
 * @param features what the node gives that is kept; sizes may be unknown
 * @param isShaped whether that could be worked out: not where the file of a pretrained net is gone
 */
record EncoderGraph(
    GraphSpec spec, GraphPorts ports, String node, Shape features, boolean isShaped) {
  /** The head of one that is not trained, which only DL4J needs. */
  private static final String HEAD = "unused-head";

  private static final String BELOW = "unused-vector";

  /**
   * @param words that the head tells apart, or {@link Shape#UNKNOWN}
   */
  static EncoderGraph of(EncoderConfig config, Shape picture, int words) {
    GraphPorts ports = ports(picture, config.train().isPresent() ? words : 1);
    Map<String, Shape> shapes =
        GraphCheck.check(config.graph(), ports, "encoder.graph", new Problems());
    boolean shaped =
        names(config.graph()).contains(config.features()) && shapes.containsKey(config.features());
    Shape features = shapes.getOrDefault(config.features(), new Shape.Vector(Shape.UNKNOWN));
    GraphSpec spec = config.train().isPresent() ? config.graph() : headed(config, features);
    return new EncoderGraph(spec, ports, config.features(), features, shaped);
  }

  /**
   * @param labels that its head gives
   */
  static GraphPorts ports(Shape picture, int labels) {
    return new GraphPorts(Map.of(PictureForm.PICTURE.input(), picture), labels);
  }

  private static GraphSpec headed(EncoderConfig config, Shape features) {
    Map<String, NodeSpec> nodes = new LinkedHashMap<>();
    nodes.putAll(config.graph().nodes());
    String read = config.features();
    if (features instanceof Shape.Pictures) {
      nodes.put(BELOW, new GlobalPool(List.of(read), PoolTime.Kind.MEAN));
      read = BELOW;
    }
    nodes.put(
        HEAD, new Sigmoid(List.of(read), List.of(), 0, 0.5, SkipPath.NONE, LayerOptions.DEFAULTS));
    return new GraphSpec(nodes);
  }

  /** What the captioner reads it as. */
  PictureForm form() {
    return features instanceof Shape.Pictures ? PictureForm.REGIONS : PictureForm.FEATURES;
  }

  /** Places of a picture; 1 of features of the whole. */
  int places() {
    return features instanceof Shape.Pictures map ? map.height() * map.width() : 1;
  }

  /** Numbers of a place. */
  int numbers() {
    return features instanceof Shape.Pictures map ? map.channels() : features.size();
  }

  /** Names that a config may keep. */
  static List<String> names(GraphSpec graph) {
    return graph.nodes().entrySet().stream()
        .filter(node -> !node.getValue().isHead())
        .map(Map.Entry::getKey)
        .toList();
  }
}
