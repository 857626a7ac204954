package org.unroll.core.layer;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * The updater of a layer whose weights do not change. DL4J's NoOp hands the gradient on, which is
 * training with rate 1; its FrozenLayer stops the gradient for the layers below, and hides a
 * recurrent layer from rnnTimeStep. A change of the learning rate does not reach this updater.
 */
public final class Frozen implements IUpdater {
  private static final long serialVersionUID = 1;

  @Override
  public long stateSize(long parameters) {
    return 0;
  }

  @Override
  public GradientUpdater<Frozen> instantiate(INDArray state, boolean initialise) {
    return new FrozenUpdater(this);
  }

  @Override
  public GradientUpdater<Frozen> instantiate(Map<String, INDArray> state, boolean initialise) {
    return new FrozenUpdater(this);
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return Double.NaN; // what DL4J asks for where there is no rate
  }

  @Override
  public boolean hasLearningRate() {
    return false;
  }

  @Override
  public void setLrAndSchedule(double rate, ISchedule schedule) {
    throw new UnsupportedOperationException("A frozen layer has no learning rate");
  }

  @Override
  public IUpdater clone() {
    return new Frozen();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frozen;
  }

  @Override
  public int hashCode() {
    return Frozen.class.hashCode();
  }

  @Override
  public String toString() {
    return "Frozen()";
  }
}
