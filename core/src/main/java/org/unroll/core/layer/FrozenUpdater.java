package org.unroll.core.layer;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** {@link Frozen} at work: the step is zero. */
record FrozenUpdater(Frozen config) implements GradientUpdater<Frozen> {
  @Override
  public Frozen getConfig() {
    return config;
  }

  @Override
  public void setState(Map<String, INDArray> state, boolean initialise) {}

  @Override
  public Map<String, INDArray> getState() {
    return Map.of();
  }

  @Override
  public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialise) {}

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    gradient.assign(0);
  }
}
