package org.unroll.core.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.layer.Dropping;
import org.unroll.core.layer.recurrent.RecordedLayer;
import org.unroll.core.layer.recurrent.RecurrentCell;

/**
 * Looks into the recurrent layers ({@code lstm, gru, rnn}) of a trained graph while it reads a few
 * examples: how the gradient of a loss at the last step shrinks with the distance, which gates are
 * saturated, what ways the states take, what single units do, how large the recurrent weights are.
 * Nothing is dropped; a batch normalisation uses the statistics of these examples for the gradients
 * alone.
 */
public final class Inspector {
  /** Examples that are looked at if not said otherwise. */
  public static final int EXAMPLES = 16;

  private Inspector() {}

  /**
   * @param graph serves nothing else afterwards; the caller closes it
   * @param batch training examples with their labels
   * @param history of the weights, an epoch each; may be empty
   * @return empty if the graph has no such layer
   */
  public static Optional<Inspection> inspect(
      ComputationGraph graph, MultiDataSet batch, int examples, List<Spectra> history) {
    Map<String, LayerRecord> layers = record(graph);
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    InspectedBatch part = InspectedBatch.of(batch, examples);
    List<GradientCurve> gradients = new GradientPasses(graph, part, layers).curves();
    graph.output(false, part.data().getFeatures(), part.data().getFeaturesMaskArrays());
    List<LayerRecord> records = List.copyOf(layers.values());
    List<Panel> panels = new ArrayList<>();
    if (!gradients.isEmpty()) { // a frozen net has none
      panels.add(GradientPanel.of(gradients));
    }
    panels.add(SaturationPanel.of(records));
    panels.add(TrajectoryPanel.of(records));
    panels.add(ActivationPanel.of(records));
    panels.add(SpectrumPanel.of(history, Spectra.of(graph, Spectra.UNKNOWN)));
    int steps = records.stream().mapToInt(layer -> layer.mask().time()).max().orElse(0);
    return Optional.of(new Inspection(part.examples(), steps, gradients, panels));
  }

  /** By DL4J's names, in running order. */
  private static Map<String, LayerRecord> record(ComputationGraph graph) {
    graph.getConfiguration().setBackpropType(BackpropType.Standard); // no cuts
    Map<String, LayerRecord> layers = new LinkedHashMap<>();
    for (int index : graph.topologicalSortOrder()) {
      GraphVertex vertex = graph.getVertices()[index];
      if (vertex.hasLayer() && vertex.getLayer() instanceof Dropping dropping) {
        dropping.dropNothing();
      }
      if (vertex.hasLayer()
          && vertex.getLayer() instanceof RecordedLayer layer
          && vertex.getLayer().conf().getLayer() instanceof RecurrentCell cell) {
        String name = LayerName.of(vertex.getVertexName());
        LayerRecord record = new LayerRecord(name, cell.cell(), (int) cell.getNOut());
        layer.record(record);
        layers.put(vertex.getVertexName(), record);
      }
    }
    return layers;
  }
}
