package org.unroll.core.graph.step;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.StepReader;

/**
 * Sets a graph's inputs and masks for {@link StepGraph}: all masks for the once-a-batch part, for a
 * step only those that a vertex reads whole, such as attention its keys'. The layers of the step
 * part have none. Not thread-safe.
 */
final class StepMasks {
  private final ComputationGraph graph;
  private final List<String> names;
  private final Set<Integer> whole = new TreeSet<>(); // numbers of graph inputs
  private Optional<INDArray[]> atStep = Optional.empty(); // as they were last set

  StepMasks(ComputationGraph graph, StepCut cut) {
    this.graph = graph;
    this.names = graph.getConfiguration().getNetworkInputs();
    for (GraphVertex vertex : cut.steps()) {
      if (vertex instanceof StepReader reader) {
        OptionalInt input = reader.maskAtStep();
        input.ifPresent(whole::add);
      }
    }
  }

  private static String key(String input) {
    return "mask of " + input;
  }

  /**
   * @param inputs by name; DL4J asks the first of all for the number of examples
   */
  void forPrefix(Map<String, INDArray> inputs, Map<String, INDArray> masks) {
    graph.clear();
    atStep = Optional.empty();
    INDArray any = inputs.values().iterator().next();
    INDArray[] arrays = new INDArray[names.size()];
    INDArray[] given = new INDArray[names.size()];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = inputs.getOrDefault(names.get(i), any);
      given[i] = masks.get(names.get(i));
    }
    graph.setInputs(arrays);
    graph.setLayerMaskArrays(masks.isEmpty() ? null : given, null);
  }

  /** Copies the masks that the steps read. */
  void keep(Map<String, INDArray> given, Map<String, INDArray> kept) {
    for (int input : whole) {
      INDArray mask = given.get(names.get(input)); // [b, t]
      if (mask != null) {
        kept.put(key(names.get(input)), mask.dup('c'));
      }
    }
  }

  /**
   * @param changed whether the prefix has other arrays than at the last step
   */
  void forSteps(INDArray stepInput, PrefixArrays prefix, boolean changed) {
    INDArray[] arrays = new INDArray[names.size()];
    Arrays.fill(arrays, stepInput);
    graph.setInputs(arrays);
    graph.setLabels((INDArray[]) null); // else DL4J takes their number for that of the rows
    boolean set = atStep.isPresent() && graph.getInputMaskArrays() == atStep.get();
    if (set && !changed) {
      return;
    }
    INDArray[] masks = new INDArray[names.size()];
    for (int input : whole) {
      if (prefix.has(key(names.get(input)))) {
        masks[input] = prefix.get(key(names.get(input)));
      }
    }
    graph.setLayerMaskArrays(masks, null);
    atStep = Optional.of(masks);
  }
}
