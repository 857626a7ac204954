package org.unroll.core.layer.image;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;

/**
 * {@link PicturePool} at work: in single precision on the CPU passes of ours, of which the backward
 * one takes a fraction of ND4J's time, otherwise ND4J's operations. Owned by the graph's thread.
 */
final class PicturePoolLayer extends AbstractLayer<PicturePool> {
  private static final long serialVersionUID = 1;

  private transient Optional<int[]> winners = Optional.empty(); // of the last pass in training

  PicturePoolLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  private CountedRows counted() {
    return CountedRows.of(input, Optional.ofNullable(maskArray));
  }

  private boolean isMax() {
    return layerConf().kind() == PicturePool.Kind.MAX;
  }

  private WindowPass pass() {
    return new WindowPass(layerConf().window(), layerConf().size());
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    CountedRows rows = counted();
    INDArray read = // [r, c h w]
        TimeMajor.rows(workspaces, ArrayType.FF_WORKING_MEM, input.castTo(dataType));
    INDArray output = // [r, c h' w']
        TimeMajor.create(
            workspaces,
            ArrayType.ACTIVATIONS,
            dataType,
            rows.all(),
            layerConf().outputSize().length());
    rows.clearOthers(output);
    if (!Floats.areIn(read)) {
      each(rows, read, output, operation(""), List.of());
    } else if (isMax() && !training) {
      pass().largest(rows, read, output);
    } else if (isMax()) {
      int[] places = winners.orElse(new int[0]);
      winners = Optional.of(pass().largest(rows, read, output, places));
    } else {
      pass().mean(rows, read, output);
    }
    return outputLike(output);
  }

  private INDArray outputLike(INDArray output) {
    return layerConf().isWhole() && input.rank() != 3
        ? output
        : layerConf().outputSize().like(input, output);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    CountedRows rows = counted();
    INDArray above = // [r, c h' w']
        TimeMajor.rows(workspaces, ArrayType.BP_WORKING_MEM, epsilon.castTo(dataType));
    INDArray below = // [r, c h w]
        TimeMajor.create(
            workspaces,
            ArrayType.ACTIVATION_GRAD,
            dataType,
            rows.all(),
            layerConf().size().length());
    rows.clearOthers(below);
    if (!Floats.areIn(above)) {
      INDArray read = TimeMajor.rows(workspaces, ArrayType.BP_WORKING_MEM, input.castTo(dataType));
      each(rows, read, below, operation("_bp"), List.of(above));
    } else if (isMax()) {
      pass().toWinners(rows, above, below, winners.orElseThrow());
    } else {
      pass().spread(rows, above, below);
    }
    return new Pair<>(new DefaultGradient(), layerConf().size().like(input, below));
  }

  private Operation operation(String ending) {
    return Operation.over(
        (isMax() ? "maxpool2d" : "avgpool2d") + ending,
        layerConf().window(),
        layerConf().size(),
        0,
        0);
  }

  /** Row by row, which is slow, but simple. */
  private void each(
      CountedRows rows, INDArray read, INDArray result, Operation operation, List<INDArray> more) {
    PictureSize in = layerConf().size();
    PictureSize out = layerConf().outputSize();
    for (int i = 0; i < rows.count(); i++) {
      int row = rows.row(i);
      INDArray picture = in.pictures(read.getRow(row, true)); // [1, c, h, w]
      INDArray place = result.getRow(row, true); // [1, c h w], or of the output
      if (more.isEmpty()) {
        operation.run(List.of(picture), List.of(out.pictures(place)));
      } else {
        INDArray above = out.pictures(more.get(0).getRow(row, true));
        operation.run(List.of(picture, above), List.of(in.pictures(place)));
      }
    }
  }

  @Override
  public void clear() {
    super.clear();
    winners = Optional.empty();
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {}
}
