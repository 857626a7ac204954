package org.unroll.core.layer;

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
import org.unroll.core.layer.array.Products;
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
    INDArray rows = linear(rows(input, workspaces), ArrayType.ACTIVATIONS, workspaces); // [r, m]
    INDArray output = layerConf().getActivationFn().getActivation(rows, training); // [r, m]
    clearMasked(output);
    return TimeMajor.like(input, output);
  }

  /** {@code [r, k]} with r = t b in time-major order, or b. */
  private INDArray rows(INDArray array, LayerWorkspaceMgr workspaces) {
    return TimeMajor.rows(workspaces, ArrayType.FF_WORKING_MEM, array.castTo(dataType));
  }

  /** {@code [r, n]} to {@code [r, m]}. */
  private INDArray linear(INDArray rows, ArrayType where, LayerWorkspaceMgr workspaces) {
    INDArray weights = params.get(DefaultParamInitializer.WEIGHT_KEY); // [n, m]
    INDArray result = TimeMajor.create(workspaces, where, dataType, rows.size(0), weights.size(1));
    if (layerConf().hasBias()) {
      Products.linear(rows, weights, params.get(DefaultParamInitializer.BIAS_KEY), result);
    } else {
      Products.multiply(rows, weights, result);
    }
    return result;
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
    INDArray below = // [r, n]
        TimeMajor.create(workspaces, ArrayType.ACTIVATION_GRAD, dataType, rows.shape());
    INDArray weights = params.get(DefaultParamInitializer.WEIGHT_KEY); // [n, m]
    Products.multiply(delta, weights.transpose(), below);
    return new Pair<>(gradient(rows, delta), TimeMajor.like(input, below));
  }

  /** Of the loss by the sums that the activation function reads, {@code [r, m]}, an own array. */
  private INDArray delta(INDArray rows, INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray above = rows(epsilon, workspaces).dup('c'); // [r, m]
    IActivation activation = layerConf().getActivationFn();
    if (activation instanceof ActivationIdentity) {
      return above;
    }
    INDArray sums = linear(rows, ArrayType.BP_WORKING_MEM, workspaces); // [r, m]
    return activation.backprop(sums, above).getFirst();
  }

  private Gradient gradient(INDArray rows, INDArray delta) {
    Gradient all = new DefaultGradient();
    INDArray weights = gradientViews.get(DefaultParamInitializer.WEIGHT_KEY); // [n, m]
    Products.multiply(rows.transpose(), delta, weights);
    all.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, weights);
    if (layerConf().hasBias()) {
      INDArray bias = gradientViews.get(DefaultParamInitializer.BIAS_KEY); // [1, m]
      Products.sumRows(delta, bias);
      all.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, bias);
    }
    return all;
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
