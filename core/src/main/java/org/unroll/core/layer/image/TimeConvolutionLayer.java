package org.unroll.core.layer.image;

import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.Products;

/**
 * {@link TimeConvolution} at work: one matrix product for each tap, over all steps at once, since
 * steps lie in memory one after the other. Owned by the graph's thread.
 */
final class TimeConvolutionLayer extends PictureLayer<TimeConvolution> {
  private static final long serialVersionUID = 1;

  /**
   * A pass in training and what its backward pass needs.
   *
   * @param read {@code [t b, n]}, 0 where masked
   */
  private record Run(INDArray read, CountedRows rows, Curve curve) {}

  /**
   * The rows that a tap reads, and those it writes.
   *
   * @param count may be 0
   */
  private record Taken(int from, int to, int count) {
    INDArray read(INDArray rows) {
      return rows.get(interval(from, from + count));
    }

    INDArray written(INDArray rows) {
      return rows.get(interval(to, to + count));
    }
  }

  private transient Optional<Run> run = Optional.empty(); // the last one in training

  TimeConvolutionLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    CountedRows rows = counted();
    INDArray read = unmasked(rows, workspaces); // [t b, n]
    INDArray output = // [t b, filters]
        create(rows.all(), layerConf().getNOut(), ArrayType.ACTIVATIONS, workspaces);
    output.assign(params.get(TimeConvolutionParameters.BIAS).broadcast(output.shape()));
    INDArray weights = params.get(TimeConvolutionParameters.WEIGHTS); // [kernel, n, filters]
    for (int tap = 0; tap < layerConf().kernel(); tap++) {
      Taken taken = taken(tap);
      if (taken.count() > 0) {
        Products.multiplyAdd(taken.read(read), tap(weights, tap), taken.written(output));
      }
    }
    Curve curve = Curve.of(layerConf().getActivationFn(), output, training, workspaces);
    rows.clearOthers(output);
    if (training) {
      run = Optional.of(new Run(read, rows, curve));
    }
    return PictureSize.vector((int) layerConf().getNOut()).like(input, output);
  }

  /**
   * Of weights {@code [kernel, n, filters]} those of a tap, a view. Not by {@code get(point(tap))}:
   * of parameters that begin late in the graph's ND4J gives an array without memory, once the place
   * in all parameters is as large as the number of these.
   */
  private static INDArray tap(INDArray weights, int tap) {
    long size = weights.size(1) * weights.size(2);
    return weights
        .reshape(weights.length())
        .get(interval(tap * size, (tap + 1) * size))
        .reshape('c', weights.size(1), weights.size(2));
  }

  private INDArray unmasked(CountedRows rows, LayerWorkspaceMgr workspaces) {
    INDArray read = rows(input, ArrayType.ACTIVATIONS, workspaces);
    if (rows.areAll()) {
      return read;
    }
    INDArray copy = workspaces.dup(ArrayType.ACTIVATIONS, read, 'c');
    rows.clearOthers(copy);
    return copy;
  }

  private Taken taken(int tap) {
    int batch = (int) input.size(0);
    int time = (int) input.size(2);
    int offset = layerConf().offset(tap);
    int count = Math.max(0, time - Math.abs(offset));
    return new Taken(Math.max(0, offset) * batch, Math.max(0, -offset) * batch, count * batch);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    if (run.isEmpty()) {
      activate(true, workspaces);
    }
    Run done = run.orElseThrow();
    run = Optional.empty();
    INDArray above = // [t b, filters], to be cleared
        workspaces.dup(
            ArrayType.BP_WORKING_MEM, rows(epsilon, ArrayType.BP_WORKING_MEM, workspaces), 'c');
    Pieces pieces = new Pieces(PictureSize.vector((int) layerConf().getNOut()), done.rows());
    INDArray delta = done.curve().delta(above, pieces, workspaces); // as above
    done.rows().clearOthers(delta);
    ChannelSums.of(delta, pieces, gradientViews.get(TimeConvolutionParameters.BIAS));
    INDArray below = // [t b, n]
        create(done.rows().all(), done.read().size(1), ArrayType.ACTIVATION_GRAD, workspaces);
    Floats.clear(below);
    for (int tap = 0; tap < layerConf().kernel(); tap++) {
      differentiate(tap, done.read(), delta, below);
    }
    done.rows().clearOthers(below);
    return new Pair<>(gradientOfAll(), PictureSize.vector((int) below.size(1)).like(input, below));
  }

  private void differentiate(int tap, INDArray read, INDArray delta, INDArray below) {
    INDArray gradient = tap(gradientViews.get(TimeConvolutionParameters.WEIGHTS), tap);
    INDArray weights = tap(params.get(TimeConvolutionParameters.WEIGHTS), tap);
    Taken taken = taken(tap);
    if (taken.count() == 0) {
      gradient.assign(0);
      return;
    }
    INDArray written = taken.written(delta); // [rows, filters]
    Products.multiply(taken.read(read).transpose(), written, gradient);
    if (!layerConf().isLowest()) {
      Products.multiplyAdd(written, weights.transpose(), taken.read(below));
    }
  }

  @Override
  public void clear() {
    super.clear();
    run = Optional.empty();
  }
}
