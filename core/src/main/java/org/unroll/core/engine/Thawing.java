package org.unroll.core.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.unroll.core.layer.Frozen;
import org.unroll.core.layer.OwnLayer;
import org.unroll.core.layer.StillLayer;
import org.unroll.core.layer.image.BatchNormalization;

/**
 * A graph in place of another one, some frozen layers of which are to be trained from now on. While
 * they are frozen they cost neither a backward pass nor a state of an updater, so both are built
 * into a graph, and only another one can change them.
 */
final class Thawing {
  private final ComputationGraphConfiguration graph; // changed
  private final int epoch;
  private final int iterations;

  private Thawing(ComputationGraphConfiguration graph, int epoch, int iterations) {
    this.graph = graph;
    this.epoch = epoch;
    this.iterations = iterations;
  }

  /** Whether something is still frozen that is to be trained in an epoch. */
  static boolean isDue(ComputationGraph graph, int epoch) {
    return graph.getConfiguration().getVertices().values().stream()
        .anyMatch(vertex -> over(vertex, epoch).isPresent());
  }

  /** Of a frozen layer that is to be trained now. */
  private static Optional<Frozen> over(GraphVertex vertex, int epoch) {
    return layer(vertex, BaseLayer.class)
        .filter(layer -> layer.getIUpdater() instanceof Frozen)
        .map(layer -> (Frozen) layer.getIUpdater())
        .filter(frozen -> frozen.isOver(epoch));
  }

  private static <L> Optional<L> layer(GraphVertex vertex, Class<L> kind) {
    return vertex instanceof LayerVertex layer && kind.isInstance(layer.getLayerConf().getLayer())
        ? Optional.of(kind.cast(layer.getLayerConf().getLayer()))
        : Optional.empty();
  }

  /**
   * A graph of the same parameters, in the same array, with the listeners of the one before and the
   * states of its updaters. That one is to be let go of, but for its parameters.
   *
   * @param epoch from 0, that comes next
   */
  static ComputationGraph of(ComputationGraph before, int epoch) {
    ComputationGraphConfiguration configuration =
        ComputationGraphConfiguration.fromJson(before.getConfiguration().toJson());
    new Thawing(configuration, epoch, before.getIterationCount()).run(names(before));
    ComputationGraph after = new ComputationGraph(configuration);
    after.init(before.params(), false); // takes the array as it is
    after.setListeners(before.getListeners());
    before.getUpdater().getUpdaterBlocks().forEach(block -> copyState(block, after));
    return after;
  }

  /** What is read before what reads it. */
  private static List<String> names(ComputationGraph graph) {
    return Arrays.stream(graph.topologicalSortOrder())
        .mapToObj(vertex -> graph.getVertices()[vertex].getVertexName())
        .toList();
  }

  private void run(List<String> names) {
    Map<String, GraphVertex> vertices = graph.getVertices();
    Set<String> moving = new HashSet<>(); // what depends on something that is thawed
    for (String name : names) {
      GraphVertex vertex = vertices.get(name); // none of a graph input
      boolean above =
          graph.getVertexInputs().getOrDefault(name, List.of()).stream().anyMatch(moving::contains);
      if (above) {
        layer(vertex, OwnLayer.class).ifPresent(layer -> layer.lowest(false));
      }
      if (thaw(vertex) || above) {
        moving.add(name);
        vertices.computeIfPresent(name, (key, each) -> withGradient(each));
      }
    }
  }

  private boolean thaw(GraphVertex vertex) {
    Optional<Frozen> over = over(vertex, epoch);
    over.ifPresent(
        frozen ->
            layer(vertex, BaseLayer.class).orElseThrow().setIUpdater(frozen.thawed(iterations)));
    over.flatMap(frozen -> layer(vertex, BatchNormalization.class))
        .ifPresent(BatchNormalization::free);
    return over.isPresent();
  }

  private static GraphVertex withGradient(GraphVertex vertex) {
    return vertex instanceof StillLayer still
        ? new LayerVertex(still.getLayerConf(), still.getPreProcessor())
        : vertex;
  }

  /**
   * Of parameters that were trained before; they make the same blocks, as their neighbours differ
   * from them.
   */
  private static void copyState(UpdaterBlock block, ComputationGraph to) {
    if (block.getUpdaterView() == null) {
      return;
    }
    UpdaterBlock same =
        to.getUpdater().getUpdaterBlocks().stream()
            .filter(each -> each.getParamOffsetStart() == block.getParamOffsetStart())
            .filter(each -> each.getParamOffsetEnd() == block.getParamOffsetEnd())
            .findFirst()
            .orElseThrow();
    same.getUpdaterView().assign(block.getUpdaterView());
  }
}
