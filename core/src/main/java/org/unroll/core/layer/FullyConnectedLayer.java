package org.unroll.core.layer;

import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.AffineMap;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;

/** {@link FullyConnected} at work. Owned by the graph's thread. */
final class FullyConnectedLayer extends BaseLayer<FullyConnected> {
  private static final long serialVersionUID = 1;

  FullyConnectedLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray rows = // [r, m]
        map(params).of(rows(input, workspaces), ArrayType.ACTIVATIONS, workspaces);
    INDArray output = layerConf().getActivationFn().getActivation(rows, training); // [r, m]
    clearMasked(output);
    return TimeMajor.like(input, output);
  }

  /** {@code [r, k]} with r = t b in time-major order, or b. */
  private INDArray rows(INDArray array, LayerWorkspaceMgr workspaces) {
    return TimeMajor.rows(workspaces, ArrayType.FF_WORKING_MEM, array.castTo(dataType));
  }

  private static AffineMap map(Map<String, INDArray> table) {
    return new AffineMap(
        table.get(DefaultParamInitializer.WEIGHT_KEY),
        Optional.ofNullable(table.get(DefaultParamInitializer.BIAS_KEY)));
  }

  private void clearMasked(INDArray rows) {
    if (maskArray != null) {
      TimeMajor.clearMasked(rows, maskArray);
    }
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray rows = rows(input, workspaces); // [r, n]
    INDArray delta = delta(rows, epsilon, workspaces); // [r, m]
    clearMasked(delta);
    map(gradientViews).differentiate(rows, delta);
    Gradient all = new DefaultGradient();
    all.gradientForVariable().putAll(gradientViews);
    INDArray below = below(delta, workspaces); // [r, n]
    return new Pair<>(all, TimeMajor.like(input, below));
  }

  /** All 0 if it is not asked for. */
  private INDArray below(INDArray delta, LayerWorkspaceMgr workspaces) {
    if (!layerConf().isLowest()) {
      return map(params).below(delta, workspaces);
    }
    INDArray none =
        TimeMajor.create(
            workspaces, ArrayType.ACTIVATION_GRAD, dataType, delta.size(0), layerConf().getNIn());
    Floats.clear(none);
    return none;
  }

  /** Of the loss by the sums that the activation function reads, {@code [r, m]}, an own array. */
  private INDArray delta(INDArray rows, INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray above = rows(epsilon, workspaces).dup('c'); // [r, m]
    IActivation activation = layerConf().getActivationFn();
    if (activation instanceof ActivationIdentity) {
      return above;
    }
    INDArray sums = map(params).of(rows, ArrayType.BP_WORKING_MEM, workspaces); // [r, m]
    return activation.backprop(sums, above).getFirst();
  }

  @Override
  public Type type() {
    return Type.RECURRENT;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }
}
