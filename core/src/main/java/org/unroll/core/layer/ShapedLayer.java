package org.unroll.core.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer at work whose parameters lie as {@link ShapedParameters} has them. */
public abstract class ShapedLayer<L extends OwnLayer> extends BaseLayer<L> {
  private static final long serialVersionUID = 1;

  protected ShapedLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  /** DL4J's own assumes parameters in F order. */
  @Override
  public void setParams(INDArray parameters) {
    if (parameters != paramsFlattened) {
      setParams(parameters, 'c');
    }
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
