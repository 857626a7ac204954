package org.unroll.core.layer;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.DropoutLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.TimeMajor;

/**
 * {@link StepDropout} at work, on the rows of dense arrays: on sequences that lie in memory
 * time-major DL4J's own takes many times as long. Owned by the graph's thread.
 */
final class StepDropoutLayer extends DropoutLayer implements Dropping {
  private static final long serialVersionUID = 1;

  private transient boolean dropsNothing;

  StepDropoutLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  @Override
  public void dropNothing() {
    dropsNothing = true;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    if (!training || dropsNothing) {
      return workspaces.leverageTo(ArrayType.ACTIVATIONS, input);
    }
    INDArray rows = TimeMajor.rows(workspaces, ArrayType.FF_WORKING_MEM, input); // [r, n]
    INDArray kept = // [r, n]
        TimeMajor.create(workspaces, ArrayType.ACTIVATIONS, rows.dataType(), rows.shape());
    layerConf()
        .getIDropout()
        .applyDropout(rows, kept, getIterationCount(), getEpochCount(), workspaces);
    return TimeMajor.like(input, kept);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    if (dropsNothing) {
      INDArray same = workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, epsilon); // [b, n, t]
      return new Pair<>(new DefaultGradient(), same);
    }
    INDArray rows = TimeMajor.rows(workspaces, ArrayType.BP_WORKING_MEM, epsilon); // [r, n]
    INDArray gradient = // [r, n]
        TimeMajor.create(workspaces, ArrayType.ACTIVATION_GRAD, rows.dataType(), rows.shape());
    layerConf().getIDropout().backprop(rows, gradient, getIterationCount(), getEpochCount());
    return new Pair<>(new DefaultGradient(), TimeMajor.like(epsilon, gradient));
  }

  /** Hands the mask on without keeping it: padding need not be zeroed here. */
  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int batch) {
    return new Pair<>(mask, state);
  }
}
