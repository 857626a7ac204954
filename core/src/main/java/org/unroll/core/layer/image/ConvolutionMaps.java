package org.unroll.core.layer.image;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.core.layer.cell.GateMaps;

/**
 * The maps of a {@link ConvolutionCell}. Pictures lie channel by channel, so the gates of a state
 * lie side by side as those of a cell with matrices do.
 *
 * @param frames those that count; what others become is not defined
 * @param parameters by name
 * @param gradients likewise, or empty if there will be no backward pass
 */
record ConvolutionMaps(
    ConvolutionCell layer,
    CountedRows frames,
    Map<String, INDArray> parameters,
    Map<String, INDArray> gradients,
    LayerWorkspaceMgr workspaces)
    implements GateMaps {

  @Override
  public long units() {
    return layer.stateSize().length();
  }

  private FilterBank inputFilters() {
    return new FilterBank(
        layer.ofInputs(),
        parameters.get(ConvolutionCellParameters.INPUT_WEIGHTS),
        Optional.of(parameters.get(ConvolutionCellParameters.BIAS)));
  }

  @Override
  public INDArray ofInputs(INDArray steps) {
    INDArray rows = rows(steps);
    INDArray gates = // [t b, gates * u]
        Nd4j.createUninitialized(
            rows.dataType(), rows.size(0), layer.ofInputs().outputSize().length());
    inputFilters().apply(frames, rows, gates, workspaces);
    frames.clearOthers(gates);
    return gates.reshape('c', steps.size(0), steps.size(1), gates.size(1));
  }

  private static INDArray rows(INDArray steps) {
    return steps.reshape('c', steps.size(0) * steps.size(1), steps.size(2)); // [t b, n]
  }

  private FilterBank stateFilters(int first, int end) {
    INDArray weights = parameters.get(ConvolutionCellParameters.RECURRENT_WEIGHTS);
    INDArray some = some(weights, first, end);
    return new FilterBank(
        layer.ofState(end - first),
        some.length() == weights.length() ? weights : some.dup('c'),
        Optional.empty());
  }

  /** Of weights {@code [kernel, kernel, filters, gates * filters]} those of some gates, a view. */
  private INDArray some(INDArray weights, int first, int end) {
    long filters = layer.getNOut();
    return weights.get(all(), all(), all(), interval(first * filters, end * filters));
  }

  @Override
  public INDArray ofState(INDArray hidden, int first, int end) {
    INDArray part = // [b, (end - first) * u]
        Nd4j.createUninitialized(hidden.dataType(), hidden.size(0), (end - first) * units());
    stateFilters(first, end)
        .apply(CountedRows.all(hidden.size(0)), dense(hidden), part, workspaces);
    return part;
  }

  private static INDArray dense(INDArray array) {
    return TimeMajor.isDense(array) ? array : array.dup('c');
  }

  @Override
  public void clearGradients() {
    gradients.values().forEach(each -> each.assign(0));
  }

  @Override
  public INDArray differentiateState(INDArray hidden, INDArray delta, int first, int end) {
    FilterBank filters = stateFilters(first, end);
    INDArray gradient = Nd4j.createUninitialized(hidden.dataType(), filters.weights().shape());
    INDArray below = Nd4j.createUninitialized(hidden.dataType(), hidden.shape()); // [b, u]
    filters.differentiate(
        CountedRows.all(hidden.size(0)), dense(hidden), dense(delta), gradient, below, workspaces);
    some(gradients.get(ConvolutionCellParameters.RECURRENT_WEIGHTS), first, end).addi(gradient);
    return below;
  }

  @Override
  public void differentiateInputs(INDArray steps, INDArray delta, INDArray in) {
    INDArray rows = rows(delta); // [t b, gates * u]
    INDArray below = rows(in); // [t b, n]
    Pieces pieces = new Pieces(layer.ofInputs().outputSize(), frames);
    ChannelSums.of(rows, pieces, gradients.get(ConvolutionCellParameters.BIAS));
    inputFilters()
        .differentiate(
            frames,
            rows(steps),
            rows,
            gradients.get(ConvolutionCellParameters.INPUT_WEIGHTS),
            below,
            workspaces);
    frames.clearOthers(below);
  }
}
