package org.unroll.core.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.layer.Floats;
import org.unroll.core.layer.StepReader;

/**
 * A trained graph that runs its output steps one by one: the part that does not depend on the step
 * inputs (an encoder, a linear path) once a batch, the rest once a step, recurrent layers keeping
 * their state in a {@link StepState}. Runs the graph's own layers, so nothing is copied; the graph
 * may be used otherwise between a {@code start} and the next. Owned by the graph's thread.
 *
 * <p>Step k of a sequence from the once-a-batch part is read at output step k.
 */
public final class StepGraph implements AutoCloseable {
  private static final WorkspaceConfiguration WORKSPACE =
      WorkspaceConfiguration.builder()
          .initialSize(0)
          .overallocationLimit(0.05)
          .policyLearning(LearningPolicy.FIRST_LOOP)
          .policyReset(ResetPolicy.BLOCK_LEFT)
          .policySpill(SpillPolicy.REALLOCATE)
          .policyAllocation(AllocationPolicy.OVERALLOCATE)
          .build();

  private final ComputationGraph graph;
  private final List<String> stepInputs;
  private final List<String> watched;
  private final StepCut cut;
  private final StepBuffers buffers;
  private final StepMemory memory;
  private final StepMasks masks;
  private final String workspace = "STEP_GRAPH_" + System.identityHashCode(this);
  private final LayerWorkspaceMgr workspaces =
      LayerWorkspaceMgr.builder().defaultWorkspace(workspace, WORKSPACE).build();
  private PrefixArrays prefix = new PrefixArrays(Map.of(), 0);

  private StepGraph(ComputationGraph graph, Set<String> stepInputs, List<String> watched) {
    this.graph = graph;
    this.stepInputs = List.copyOf(stepInputs);
    this.watched = watched;
    this.cut = StepCut.of(graph, stepInputs);
    this.buffers = new StepBuffers(graph.getConfiguration().getDataType());
    this.memory = new StepMemory(cut, buffers);
    this.masks = new StepMasks(graph, cut);
  }

  /**
   * @param stepInputs the graph inputs that are known only step by step, such as the tokens before
   * @param watched DL4J's names of vertices of the step part whose output is wanted too
   * @throws org.unroll.core.config.UserError if a part that depends on them needs all steps at once
   */
  public static StepGraph of(ComputationGraph graph, Set<String> stepInputs, String... watched) {
    for (String input : stepInputs) {
      if (!graph.getConfiguration().getNetworkInputs().contains(input)) {
        throw new IllegalArgumentException("The graph has no input '" + input + "'");
      }
    }
    return new StepGraph(graph, stepInputs, List.of(watched));
  }

  /** Starts a graph whose inputs are all step inputs. */
  public StepState start(int rows) {
    return begin(new PrefixArrays(Map.of(), rows), rows);
  }

  /**
   * Runs the once-a-batch part. States of earlier starts are void from here on.
   *
   * @param inputs by name, all but the step inputs, each with the examples first
   * @param masks by name, {@code [b, t]}, of those inputs that have one
   * @return the state before the first step, a row for each example
   */
  public StepState start(Map<String, INDArray> inputs, Map<String, INDArray> masks) {
    int examples = (int) inputs.values().iterator().next().size(0);
    return begin(runPrefix(inputs, masks), examples);
  }

  private StepState begin(PrefixArrays next, int rows) {
    prefix.close();
    prefix = next;
    int[] examples = new int[rows];
    for (int i = 0; i < rows; i++) {
      examples[i] = i;
    }
    return new StepState(prefix, 0, examples, Map.of());
  }

  @SuppressWarnings("try") // the scope is closed, not read
  private PrefixArrays runPrefix(Map<String, INDArray> inputs, Map<String, INDArray> given) {
    masks.forPrefix(inputs, given);
    Map<Integer, INDArray> activations = new HashMap<>();
    Map<String, INDArray> kept = new LinkedHashMap<>();
    inputs.forEach((name, array) -> activations.put(index(name), array));
    try (MemoryWorkspace open = open()) {
      for (GraphVertex vertex : cut.prefix()) {
        List<Integer> sources = StepCut.sources(vertex);
        for (int i = 0; i < sources.size(); i++) {
          vertex.setInput(i, required(sources.get(i), activations), workspaces);
        }
        activations.put(vertex.getVertexIndex(), vertex.doForward(false, workspaces));
      }
      try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
        for (int source : cut.read()) {
          kept.put(name(source), required(source, activations).dup('c'));
        }
        masks.keep(given, kept);
      }
    }
    int examples = (int) inputs.values().iterator().next().size(0);
    return new PrefixArrays(kept, examples);
  }

  private INDArray required(int source, Map<Integer, INDArray> activations) {
    INDArray array = activations.get(source);
    if (array == null) {
      throw new IllegalArgumentException("The graph input '" + name(source) + "' is not given");
    }
    return array;
  }

  /**
   * Runs one output step.
   *
   * @param state from this graph's last {@code start}, or from a step or selection after it
   * @param inputs of the step inputs by name, {@code [rows][n]}; of tokens {@code [rows][1]}
   */
  @SuppressWarnings("try") // the scope is closed, not read
  public StepOutput step(StepState state, Map<String, float[][]> inputs) {
    if (state.run() != prefix) {
      throw new IllegalStateException("The state belongs to an earlier start of the graph");
    }
    boolean changed = prefix.choose(state.examples());
    Map<Integer, INDArray> activations = fill(inputs, state.rows());
    masks.forSteps(activations.values().iterator().next(), prefix, changed);
    memory.restore(state);
    try (MemoryWorkspace open = open()) {
      for (GraphVertex vertex : cut.steps()) {
        activations.put(vertex.getVertexIndex(), forward(vertex, state.step(), activations));
      }
      Map<String, float[][]> also = new LinkedHashMap<>();
      for (String name : watched) {
        also.put(name, rows(activations.get(index(name))));
      }
      float[][] output = rows(activations.get(StepCut.output(graph).getVertexIndex()));
      StepState next = new StepState(prefix, state.step() + 1, state.examples(), memory.take());
      return new StepOutput(next, output, also);
    }
  }

  private Map<Integer, INDArray> fill(Map<String, float[][]> inputs, int rows) {
    Map<Integer, INDArray> arrays = new HashMap<>();
    for (String name : stepInputs) {
      float[][] values = inputs.get(name);
      if (values == null || values.length != rows) {
        throw new IllegalArgumentException(
            "The step input '%s' needs %d rows".formatted(name, rows));
      }
      int size = values[0].length;
      float[] flat = new float[rows * size];
      for (int row = 0; row < rows; row++) {
        System.arraycopy(values[row], 0, flat, row * size, size);
      }
      arrays.put(index(name), buffers.fill(name, flat, rows, size, 1)); // [b, n, 1]
    }
    return arrays;
  }

  /** A given initial state counts once; from then on the layer has one of its own. */
  private INDArray forward(GraphVertex vertex, int step, Map<Integer, INDArray> activations) {
    List<Integer> sources = StepCut.sources(vertex);
    for (int i = 0; i < sources.size(); i++) {
      INDArray now = activations.get(sources.get(i));
      vertex.setInput(
          i,
          now == null ? read(vertex, i, prefix.get(name(sources.get(i))), step) : now,
          workspaces);
    }
    if (step > 0 && cut.starts().contains(vertex.getVertexIndex())) {
      return vertex.getInputs()[0];
    }
    if (vertex.hasLayer() && vertex.getLayer() instanceof RecurrentLayer layer) {
      return layer.rnnTimeStep(vertex.getInputs()[0], workspaces);
    }
    return vertex.doForward(false, workspaces);
  }

  private static INDArray read(GraphVertex vertex, int input, INDArray whole, int step) {
    if (vertex instanceof StepReader reader) {
      return reader.atStep(input, whole, step);
    }
    return whole.rank() < 3
        ? whole
        : whole.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(step, step + 1));
  }

  private static float[][] rows(INDArray output) {
    float[] values = Floats.read(output); // [b, n] or [b, n, 1]
    float[][] rows = new float[(int) output.size(0)][];
    int size = values.length / rows.length;
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(values, row * size, (row + 1) * size);
    }
    return rows;
  }

  private int index(String name) {
    return graph.getVertex(name).getVertexIndex();
  }

  private String name(int index) {
    return graph.getVertices()[index].getVertexName();
  }

  private MemoryWorkspace open() {
    return Nd4j.getWorkspaceManager().getAndActivateWorkspace(WORKSPACE, workspace);
  }

  /** The graph stays open. */
  @Override
  public void close() {
    for (GraphVertex vertex : graph.getVertices()) {
      vertex.clear();
    }
    graph.clear();
    graph.clearLayerMaskArrays();
    prefix.close();
    buffers.close();
    Nd4j.getWorkspaceManager()
        .destroyWorkspace(
            Nd4j.getWorkspaceManager().getWorkspaceForCurrentThread(WORKSPACE, workspace));
  }
}
