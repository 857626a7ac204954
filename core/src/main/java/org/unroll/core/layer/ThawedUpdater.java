package org.unroll.core.layer;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** {@link Thawed} at work. */
record ThawedUpdater(Thawed config, GradientUpdater<?> base) implements GradientUpdater<Thawed> {
  @Override
  public Thawed getConfig() {
    return config;
  }

  @Override
  public void setState(Map<String, INDArray> state, boolean initialise) {
    base.setState(state, initialise);
  }

  @Override
  public Map<String, INDArray> getState() {
    return base.getState();
  }

  @Override
  public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialise) {
    base.setStateViewArray(view, shape, order, initialise);
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    base.applyUpdater(gradient, iteration - config.since(), epoch);
  }
}
