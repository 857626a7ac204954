package org.unroll.core.layer.image;

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
import org.unroll.core.layer.array.TimeMajor;

/** {@link PictureActivation} at work. Owned by the graph's thread. */
final class PictureActivationLayer extends AbstractLayer<PictureActivation> {
  private static final long serialVersionUID = 1;

  private transient Optional<Curve> curve = Optional.empty(); // of the last pass in training

  PictureActivationLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  private CountedRows counted() {
    return CountedRows.of(input, Optional.ofNullable(maskArray));
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray read = // [r, c h w]
        TimeMajor.rows(workspaces, ArrayType.FF_WORKING_MEM, input.castTo(dataType));
    INDArray output = workspaces.dup(ArrayType.ACTIVATIONS, read, 'c'); // as read
    Curve done = Curve.of(layerConf().function(), output, training, workspaces);
    counted().clearOthers(output);
    if (training) {
      curve = Optional.of(done);
    }
    return TimeMajor.like(input, output);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    CountedRows rows = counted();
    INDArray above = // [r, c h w]
        TimeMajor.rows(workspaces, ArrayType.BP_WORKING_MEM, epsilon.castTo(dataType));
    Pieces pieces = new Pieces(layerConf().size(), rows);
    INDArray delta = curve.orElseThrow().delta(above, pieces, workspaces);
    INDArray below = workspaces.dup(ArrayType.ACTIVATION_GRAD, delta, 'c');
    rows.clearOthers(below);
    return new Pair<>(new DefaultGradient(), TimeMajor.like(input, below));
  }

  @Override
  public void clear() {
    super.clear();
    curve = Optional.empty();
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {}
}
