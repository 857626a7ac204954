package org.unroll.core.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.Json;
import org.unroll.core.layer.cell.PlainCell;
import org.unroll.core.layer.recurrent.CellParameters;
import org.unroll.core.layer.recurrent.RecurrentCell;
import org.unroll.core.run.JsonLines;
import org.unroll.core.run.RunDirectory;

/**
 * A line of {@code spectrum.jsonl}: the recurrent matrices of a net after an epoch, those of each
 * gate by themselves.
 *
 * @param epoch from 1; 0 before the first step
 * @param matrices in running order
 */
public record Spectra(int epoch, List<Spectrum> matrices) {
  /** The epoch where it is not known. */
  static final int UNKNOWN = -1;

  public Spectra {
    matrices = List.copyOf(matrices);
  }

  /** Without matrices if the graph has no recurrent layer. */
  public static Spectra of(ComputationGraph graph, int epoch) {
    List<Spectrum> matrices = new ArrayList<>();
    for (int index : graph.topologicalSortOrder()) {
      GraphVertex vertex = graph.getVertices()[index];
      if (vertex.hasLayer() && vertex.getLayer().conf().getLayer() instanceof RecurrentCell cell) {
        add(LayerName.of(vertex.getVertexName()), cell, vertex.getLayer(), matrices);
      }
    }
    return new Spectra(epoch, matrices);
  }

  private static void add(String name, RecurrentCell cell, Layer layer, List<Spectrum> matrices) {
    INDArray all = layer.getParam(CellParameters.RECURRENT_WEIGHTS); // [u, gates · u]
    List<String> gates = cell.cell().gateNames();
    for (int gate = 0; gate < gates.size(); gate++) {
      INDArray matrix = PlainCell.block(all, gate, cell.getNOut()); // [u, u]
      matrices.add(Spectrum.of(name, gates.get(gate), matrix));
    }
  }

  /** Those of a run so far that have matrices, by epoch; torn lines are left out. */
  public static List<Spectra> read(RunDirectory run) throws IOException {
    List<Spectra> epochs = new ArrayList<>();
    for (JsonNode line : JsonLines.read(run.spectrum()).records()) {
      Spectra epoch = Json.MAPPER.treeToValue(line, Spectra.class);
      if (!epoch.matrices().isEmpty()) {
        epochs.add(epoch);
      }
    }
    return epochs;
  }
}
