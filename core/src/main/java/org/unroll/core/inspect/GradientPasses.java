package org.unroll.core.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Passes of a graph whose layers are recorded, forward and back from one label of each example: the
 * last, and for what reads the other way the first. Owned by the graph's thread.
 */
final class GradientPasses {
  private final ComputationGraph graph;
  private final InspectedBatch batch;
  private final Map<String, LayerRecord> layers;

  GradientPasses(ComputationGraph graph, InspectedBatch batch, Map<String, LayerRecord> layers) {
    this.graph = graph;
    this.batch = batch;
    this.layers = layers;
  }

  /** Of each layer that has any gradient the curve, and where it differs that of the recurrence. */
  List<GradientCurve> curves() {
    List<Both> back = pass(true);
    boolean late = back.stream().anyMatch(Both::isLate);
    if (late && batch.hasLabelsByStep()) {
      List<Both> forth = pass(false);
      for (int i = 0; i < back.size(); i++) {
        back.set(i, back.get(i).orIfEarlier(forth.get(i)));
      }
    }
    List<GradientCurve> curves = new ArrayList<>();
    back.forEach(both -> both.addTo(curves));
    return curves;
  }

  private List<Both> pass(boolean last) {
    run(last);
    List<Both> curves = new ArrayList<>();
    for (LayerRecord layer : layers.values()) {
      curves.add(
          new Both(
              GradientCurve.of(layer.name(), false, layer.norms(), layer.mask()),
              GradientCurve.of(layer.name(), true, layer.normsOfLast(), layer.mask())));
    }
    return curves;
  }

  private void run(boolean last) {
    INDArray[] labelMasks =
        batch.hasLabelsByStep()
            ? new INDArray[] {batch.oneLabel(last)} // [b, t]
            : batch.data().getLabelsMaskArrays();
    graph.setInputs(batch.data().getFeatures());
    graph.setLabels(batch.data().getLabels());
    graph.setLayerMaskArrays(batch.data().getFeaturesMaskArrays(), labelMasks);
    graph.computeGradientAndScore();
    graph.clearLayerMaskArrays();
    graph.clearLayersStates();
  }

  /** Both curves of a layer. */
  private record Both(GradientCurve all, GradientCurve recurrence) {
    boolean isLate() {
      return begin() > 0;
    }

    private int begin() {
      return all.begin().orElse(Integer.MAX_VALUE);
    }

    Both orIfEarlier(Both other) {
      return other.begin() < begin() ? other : this;
    }

    void addTo(List<GradientCurve> curves) {
      if (all.begin().isPresent()) {
        curves.add(all);
        if (recurrence.begin().isPresent() && !recurrence.values().equals(all.values())) {
          curves.add(recurrence);
        }
      }
    }
  }
}
