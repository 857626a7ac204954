package org.unroll.core.graph.step;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.layer.StepReader;
import org.unroll.core.layer.array.Floats;

/**
 * A trained graph that runs its output steps one by one: the part that does not depend on the step
 * inputs (an encoder, a linear path) once a batch, the rest once a step, recurrent layers keeping
 * their state in a {@link StepState}. Runs the graph's own layers, so nothing is copied; the graph
 * may be used otherwise between the steps. Owned by the graph's thread.
 *
 * <p>Step k of a sequence from the once-a-batch part is read at output step k.
 */
public final class StepGraph implements AutoCloseable {
  private final ComputationGraph graph;
  private final List<String> stepInputs;
  private final List<String> watched;
  private final StepCut cut;
  private final StepBuffers buffers;
  private final StepMemory memory;
  private final StepMasks masks;
  private final StepWorkspace workspace = StepWorkspace.ofThread();
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
   * @throws org.unroll.core.UserError if a part that depends on them needs all steps at once
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
    return begin(new PrefixRun(graph, cut, this.masks, workspace).of(inputs, masks), examples);
  }

  /** Starts with what a batch holds of the inputs that are no step inputs. */
  public StepState start(MultiDataSet batch) {
    PrefixRun.Given given = PrefixRun.Given.of(graph, batch, stepInputs);
    return given.inputs().isEmpty()
        ? start((int) batch.getFeatures(0).size(0))
        : start(given.inputs(), given.masks());
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

  /**
   * Runs one output step.
   *
   * @param state from this graph's last {@code start}, or from a step or selection after it
   * @param inputs of the step inputs by name, {@code [rows][n]}; of tokens {@code [rows][1]}
   */
  public StepOutput step(StepState state, Map<String, float[][]> inputs) {
    return run(state, inputs, 1);
  }

  /**
   * Runs several output steps whose inputs are all known, which takes less time than one by one.
   * For graphs whose inputs are all step inputs.
   *
   * @param inputs of the step inputs by name, {@code [rows][n · steps]}, feature after feature
   * @return outputs {@code [rows][n · steps]} likewise
   */
  public StepOutput stretch(StepState state, Map<String, float[][]> inputs, int steps) {
    if (!cut.read().isEmpty()) {
      throw new IllegalStateException("Some steps read what was run before them, one at a time");
    }
    return run(state, inputs, steps);
  }

  @SuppressWarnings("try") // the scope is closed, not read
  private StepOutput run(StepState state, Map<String, float[][]> inputs, int steps) {
    if (state.run() != prefix) {
      throw new IllegalStateException("The state belongs to an earlier start of the graph");
    }
    boolean changed = prefix.choose(state.examples());
    Map<Integer, INDArray> activations = fill(inputs, state.rows(), steps);
    masks.forSteps(activations.values().iterator().next(), prefix, changed);
    memory.restore(state);
    try (MemoryWorkspace open = workspace.open()) {
      for (GraphVertex vertex : cut.steps()) {
        activations.put(vertex.getVertexIndex(), forward(vertex, state.step(), activations));
      }
      Map<String, float[][]> also = new LinkedHashMap<>();
      for (String name : watched) {
        also.put(name, rows(activations.get(index(name))));
      }
      float[][] output = rows(activations.get(StepCut.output(graph).getVertexIndex()));
      StepState next = new StepState(prefix, state.step() + steps, state.examples(), memory.take());
      return new StepOutput(next, output, also);
    }
  }

  private Map<Integer, INDArray> fill(Map<String, float[][]> inputs, int rows, int steps) {
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
      arrays.put(index(name), buffers.fill(name, flat, rows, size / steps, steps)); // [b, n, t]
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
          workspace.manager());
    }
    if (step > 0 && cut.starts().contains(vertex.getVertexIndex())) {
      return vertex.getInputs()[0];
    }
    if (vertex.hasLayer() && vertex.getLayer() instanceof RecurrentLayer layer) {
      return layer.rnnTimeStep(vertex.getInputs()[0], workspace.manager());
    }
    return vertex.doForward(false, workspace.manager());
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
    float[] values = Floats.read(output); // [b, n] or [b, n, t]
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

  /** The graph stays open. */
  @Override
  public void close() {
    PrefixRun.clear(graph);
    prefix.close();
    buffers.close();
    workspace.close();
  }
}
