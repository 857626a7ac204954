package org.unroll.core.graph.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.Part;
import org.unroll.core.layer.StepReader;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.TargetedVertexConfiguration;
import org.unroll.core.layer.recurrent.InitialState;
import org.unroll.core.layer.sequence.ReverseSteps;

/**
 * Where a graph is cut for running step by step.
 *
 * @param prefix what does not depend on the step inputs and is needed, in running order
 * @param steps what depends on them and is needed, in running order
 * @param read numbers of the vertices and graph inputs outside of the step part that it reads
 * @param starts numbers of the vertices that give a recurrent layer its initial state
 */
record StepCut(
    List<GraphVertex> prefix, List<GraphVertex> steps, Set<Integer> read, Set<Integer> starts) {

  /**
   * @param stepInputs names of graph inputs
   * @throws UserError if a part that depends on a step input cannot run step by step
   */
  static StepCut of(ComputationGraph graph, Set<String> stepInputs) {
    Set<Integer> needed = needed(graph, output(graph));
    Set<Integer> changing = new HashSet<>();
    List<GraphVertex> prefix = new ArrayList<>();
    List<GraphVertex> steps = new ArrayList<>();
    for (int index : graph.topologicalSortOrder()) {
      GraphVertex vertex = graph.getVertices()[index];
      if (!needed.contains(index)) {
        continue;
      }
      if (vertex.isInputVertex()) {
        if (stepInputs.contains(vertex.getVertexName())) {
          changing.add(index);
        }
      } else if (sources(vertex).stream().anyMatch(changing::contains)) {
        changing.add(index);
        steps.add(vertex);
        check(graph, vertex, changing);
      } else {
        prefix.add(vertex);
      }
    }
    if (!changing.contains(output(graph).getVertexIndex())) {
      throw new UserError(
          "The head '%s' does not depend on %s, so there is nothing to run step by step"
              .formatted(output(graph).getVertexName(), String.join(", ", stepInputs)));
    }
    return of(graph, prefix, steps, changing);
  }

  private static StepCut of(
      ComputationGraph graph,
      List<GraphVertex> prefix,
      List<GraphVertex> steps,
      Set<Integer> changing) {
    Set<Integer> read = new TreeSet<>();
    Set<Integer> starts = new HashSet<>();
    for (GraphVertex vertex : steps) {
      read.addAll(sources(vertex));
      String name = vertex.getVertexName();
      if (graph.getConfiguration().getVertices().get(name) instanceof InitialState) {
        starts.add(vertex.getVertexIndex());
      }
    }
    read.removeAll(changing);
    return new StepCut(prefix, steps, read, starts);
  }

  static GraphVertex output(ComputationGraph graph) {
    return graph.getVertex(graph.getConfiguration().getNetworkOutputs().get(0));
  }

  static List<Integer> sources(GraphVertex vertex) {
    List<Integer> sources = new ArrayList<>();
    for (VertexIndices source : vertex.getInputVertices()) {
      sources.add(source.getVertexIndex());
    }
    return sources;
  }

  /** All that leads to a vertex, once a batch; no steps. */
  static StepCut upTo(ComputationGraph graph, GraphVertex vertex) {
    Set<Integer> needed = needed(graph, vertex);
    List<GraphVertex> prefix = new ArrayList<>();
    for (int index : graph.topologicalSortOrder()) {
      if (needed.contains(index) && !graph.getVertices()[index].isInputVertex()) {
        prefix.add(graph.getVertices()[index]);
      }
    }
    return new StepCut(prefix, List.of(), Set.of(vertex.getVertexIndex()), Set.of());
  }

  private static Set<Integer> needed(ComputationGraph graph, GraphVertex last) {
    Set<Integer> needed = new HashSet<>();
    List<Integer> toVisit = new ArrayList<>(List.of(last.getVertexIndex()));
    while (!toVisit.isEmpty()) {
      int index = toVisit.remove(toVisit.size() - 1);
      GraphVertex vertex = graph.getVertices()[index];
      if (needed.add(index) && !vertex.isInputVertex()) {
        toVisit.addAll(sources(vertex));
      }
    }
    return needed;
  }

  private static void check(ComputationGraph graph, GraphVertex vertex, Set<Integer> changing) {
    String name = vertex.getVertexName();
    Object kind = graph.getConfiguration().getVertices().get(name);
    Optional<String> reader = Part.REVERSED.node(name);
    if (kind instanceof ReverseSteps && reader.isPresent()) {
      throw new UserError(
          "'%s' reads in both directions, but only the steps before are known; set bidirectional: false"
              .formatted(reader.get()));
    }
    if (readsWhole(vertex, changing) && kind instanceof TargetedVertexConfiguration part) {
      throw new UserError(
          "'%s' attends to steps that are not known yet: its keys depend on an input that is known step by step"
              .formatted(part.target()));
    }
    if (!((vertex.hasLayer() ? vertex.getLayer().conf().getLayer() : kind) instanceof Stepwise)) {
      throw new UserError(
          "'%s' needs all steps at once, but it depends on an input that is known step by step"
              .formatted(name));
    }
  }

  private static boolean readsWhole(GraphVertex vertex, Set<Integer> changing) {
    List<Integer> sources = sources(vertex);
    for (int i = 0; i < sources.size(); i++) {
      boolean whole = vertex instanceof StepReader reader && reader.isReadWhole(i);
      if (whole && changing.contains(sources.get(i))) {
        return true;
      }
    }
    return false;
  }
}
