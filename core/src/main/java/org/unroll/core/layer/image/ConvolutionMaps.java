package org.unroll.core.layer.image;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.core.layer.cell.GateMaps;
import org.unroll.core.layer.onednn.OneDnnFilters;

/**
 * The maps of a {@link ConvolutionCell}. Pictures lie channel by channel, so the gates of a state
 * lie side by side as those of a cell with matrices do.
 *
 * @param frames those that count; what others become is not defined
 * @param parameters by name
 * @param gradients likewise, or empty if there will be no backward pass
 * @param library the layer's
 */
record ConvolutionMaps(
    ConvolutionCell layer,
    CountedRows frames,
    Map<String, INDArray> parameters,
    Map<String, INDArray> gradients,
    OneDnnFilters library)
    implements GateMaps {

  @Override
  public long units() {
    return layer.stateSize().length();
  }

  private FilterBank inputFilters() {
    return FilterBank.of(layer.ofInputs(), ofInputs(parameters), library);
  }

  private static FilterPass.Parameters ofInputs(Map<String, INDArray> table) {
    return new FilterPass.Parameters(
        table.get(ConvolutionCellParameters.INPUT_WEIGHTS),
        Optional.of(table.get(ConvolutionCellParameters.BIAS)));
  }

  @Override
  public INDArray ofInputs(INDArray steps) {
    INDArray rows = rows(steps);
    INDArray gates = // [t b, gates * u]
        Nd4j.createUninitialized(
            rows.dataType(), rows.size(0), layer.ofInputs().outputSize().length());
    inputFilters().apply(frames, rows, gates);
    frames.clearOthers(gates);
    return gates.reshape('c', steps.size(0), steps.size(1), gates.size(1));
  }

  private static INDArray rows(INDArray steps) {
    return steps.reshape('c', steps.size(0) * steps.size(1), steps.size(2)); // [t b, n]
  }

  private FilterBank stateFilters(int first, int end) {
    return FilterBank.of(layer.ofState(end - first), ofState(parameters, first, end), library);
  }

  /** Of weights {@code [kernel, kernel, filters, gates * filters]} those of some gates, a view. */
  private FilterPass.Parameters ofState(Map<String, INDArray> table, int first, int end) {
    INDArray weights = table.get(ConvolutionCellParameters.RECURRENT_WEIGHTS);
    long filters = layer.getNOut();
    INDArray some = weights.get(all(), all(), all(), interval(first * filters, end * filters));
    return new FilterPass.Parameters(some, Optional.empty());
  }

  @Override
  public INDArray ofState(INDArray hidden, int first, int end) {
    INDArray part = // [b, (end - first) * u]
        Nd4j.createUninitialized(hidden.dataType(), hidden.size(0), (end - first) * units());
    stateFilters(first, end).apply(CountedRows.all(hidden.size(0)), dense(hidden), part);
    return part;
  }

  private static INDArray dense(INDArray array) {
    return TimeMajor.isDense(array) ? array : array.dup('c');
  }

  @Override
  public void clearGradients() {
    gradients.values().forEach(Floats::clear);
  }

  @Override
  public INDArray differentiateState(INDArray hidden, INDArray delta, int first, int end) {
    INDArray below = Nd4j.createUninitialized(hidden.dataType(), hidden.shape()); // [b, u]
    stateFilters(first, end)
        .differentiate(
            CountedRows.all(hidden.size(0)),
            dense(hidden),
            dense(delta),
            ofState(gradients, first, end),
            Optional.of(below));
    return below;
  }

  @Override
  public void differentiateInputs(INDArray steps, INDArray delta, INDArray in) {
    INDArray rows = rows(delta); // [t b, gates * u]
    INDArray below = rows(in); // [t b, n]
    Optional<INDArray> asked = layer.isLowest() ? Optional.empty() : Optional.of(below);
    inputFilters().differentiate(frames, rows(steps), rows, ofInputs(gradients), asked);
    if (asked.isEmpty()) {
      Floats.clear(below);
      return;
    }
    frames.clearOthers(below);
  }
}
