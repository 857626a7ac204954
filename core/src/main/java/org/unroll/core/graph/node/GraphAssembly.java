package org.unroll.core.graph.node;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.learning.config.IUpdater;
import org.unroll.core.layer.Frozen;
import org.unroll.core.layer.FullyConnected;
import org.unroll.core.layer.OwnLayer;
import org.unroll.core.layer.StepDropout;
import org.unroll.core.layer.StillLayer;
import org.unroll.core.layer.head.TiedHead;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.layer.sequence.Join;
import org.unroll.core.layer.sequence.ReverseSteps;

/**
 * The DL4J graph while it is put together: what the kinds of node need to add themselves. Not
 * thread-safe.
 */
public final class GraphAssembly {
  private final ComputationGraphConfiguration.GraphBuilder graph;
  private final GraphPlan plan;
  private final IUpdater updater;
  private final Map<String, String> renamed = new HashMap<>();
  private final Set<String> given; // DL4J's names of graph inputs, and of what merely changes them

  /**
   * @param updater of what is trained
   */
  public GraphAssembly(
      ComputationGraphConfiguration.GraphBuilder graph, GraphPlan plan, IUpdater updater) {
    this.graph = graph;
    this.plan = plan;
    this.updater = updater;
    this.given = new HashSet<>(plan.ports().inputs().keySet());
  }

  /** The keys of {@link LayerOptions} that every DL4J layer has; dropout is a node of its own. */
  static void apply(LayerOptions options, BaseLayer.Builder<?> layer) {
    Optional<Frozen> frozen = Thaw.updater(options.frozen(), options.thaw());
    frozen.ifPresent(layer::updater);
    if (options.l2() > 0 && frozen.map(Frozen::thaws).orElse(true)) {
      layer.l2(options.l2());
    }
  }

  /** Of vectors or of each step, with a bias; linear unless the options name an activation. */
  static FullyConnected.Builder connected(int inputs, int outputs, LayerOptions options) {
    FullyConnected.Builder layer =
        new FullyConnected.Builder(options.activation().orElse(Activation.IDENTITY).function())
            .nIn(inputs)
            .nOut(outputs)
            .weightInit(options.weightInit().forLayer());
    apply(options, layer);
    return layer;
  }

  /** The shape of a node or graph input; its size is known. */
  Shape shape(String name) {
    return plan.shapes().get(name);
  }

  /** Of a node or graph input that gives pictures or frames; its sides are known. */
  PictureSize pictureSize(String name) {
    return ((Shape.Pictures) shape(name)).pictureSize();
  }

  /** A node of which the check found out that it keeps a state. */
  Stateful stateful(String name) {
    return plan.stateful(name).orElseThrow();
  }

  /** The graph input whose mask holds for the sequence that a node gives. */
  String maskInput(String name) {
    return plan.mask(name);
  }

  /** Steps of each sequence that a node or graph input gives, or empty if they vary. */
  OptionalInt steps(String name) {
    return plan.steps(name);
  }

  /** Whether the node's output per step is needed. */
  boolean isReadStepwise(String name) {
    for (NodeSpec node : plan.spec().nodes().values()) {
      if (node.readsSteps() && node.reads().contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a final-state with its memory reads the node. */
  boolean isMemoryRead(String name) {
    for (NodeSpec node : plan.spec().nodes().values()) {
      if (node.readsMemory() && node.input().contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** DL4J's name of what a node or graph input gives. */
  String output(String name) {
    return renamed.getOrDefault(name, name);
  }

  String[] outputs(List<String> names) {
    String[] outputs = new String[names.size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = output(names.get(i));
    }
    return outputs;
  }

  /** Readers of the node shall read this DL4J vertex instead of the one of the node's name. */
  void rename(String name, String output) {
    if (!name.equals(output)) {
      renamed.put(name, output);
    }
  }

  void add(String name, Layer.Builder<?> layer, String input) {
    add(name, layer.build(), input);
  }

  void add(String name, Layer layer, String input) {
    if (layer instanceof OwnLayer own && given.contains(input)) {
      own.lowest(true);
    }
    if (layer instanceof BaseLayer base && base.getIUpdater() instanceof Frozen frozen) {
      base.setIUpdater(frozen.before(updater));
    }
    graph.addLayer(name, layer, input);
  }

  /** Whether it is a graph input or made of graph inputs by nothing that is trained. */
  boolean isGiven(String name) {
    return given.contains(output(name));
  }

  /** Adds a frozen layer below which nothing is trained; readers need no gradient either. */
  void addStill(String name, Layer layer, String input) {
    add(name, layer, input);
    graph.getVertices().computeIfPresent(name, (key, made) -> new StillLayer((LayerVertex) made));
    given.add(name);
  }

  /** Adds a vertex between such layers. */
  void addStill(String name, GraphVertex vertex, String... inputs) {
    add(name, vertex, inputs);
    given.add(name);
  }

  /** Lets an output head that was added find the embedding it scores with. */
  void tie(String name) {
    graph.getVertices().computeIfPresent(name, (key, head) -> new TiedHead((LayerVertex) head));
  }

  void add(String name, GraphVertex vertex, String... inputs) {
    graph.addVertex(name, vertex, inputs);
  }

  void reverse(String name, String maskInput, String input) {
    inherit(name, input);
    add(name, new ReverseSteps(maskInput), input);
  }

  /** What is made of graph inputs without parameters needs no gradient either. */
  private void inherit(String name, String input) {
    if (given.contains(input)) {
      given.add(name);
    }
  }

  void join(String name, Directions how, String... inputs) {
    add(name, new Join(how == Directions.ADD ? Join.How.ADD : Join.How.CONCAT), inputs);
  }

  /**
   * What {@code input} gives, some of it dropped while training.
   *
   * @param owner the node with the key {@code dropout}
   * @return DL4J's name of the result
   */
  String drop(String owner, String input, double share) {
    if (share == 0) {
      return output(input);
    }
    String name = Part.DROPOUT.of(owner);
    graph.addLayer(name, new StepDropout(share), output(input));
    inherit(name, output(input));
    return name;
  }
}
