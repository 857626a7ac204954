package org.unroll.core.layer;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The updater of a layer that was {@link Frozen} before: that of the other layers, at a share of
 * their learning rate, and counting its own steps alone, as Adam's correction for its start wants.
 */
public final class Thawed implements IUpdater {
  private static final long serialVersionUID = 1;

  @JsonProperty private IUpdater base;
  @JsonProperty private double factor;
  @JsonProperty private int since;

  /** For reading a saved graph. */
  public Thawed() {}

  /**
   * @param base with the learning rate of the other layers
   * @param factor what that is multiplied with
   * @param since steps that the net made before
   */
  Thawed(IUpdater base, double factor, int since) {
    this.base = base;
    this.factor = factor;
    this.since = since;
    setLrAndSchedule(base.getLearningRate(0, 0), null);
  }

  private Thawed(Thawed other) {
    this.base = other.base.clone();
    this.factor = other.factor;
    this.since = other.since;
  }

  /** What does the work, at the learning rate of this layer. */
  public IUpdater base() {
    return base;
  }

  /** Steps that the net made before this layer was trained. */
  public int since() {
    return since;
  }

  /** The rate is that of the other layers. */
  @Override
  public void setLrAndSchedule(double rate, ISchedule schedule) {
    base.setLrAndSchedule(rate * factor, schedule);
  }

  @Override
  public boolean hasLearningRate() {
    return base.hasLearningRate();
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return base.getLearningRate(iteration, epoch);
  }

  @Override
  public long stateSize(long parameters) {
    return base.stateSize(parameters);
  }

  @Override
  public GradientUpdater<?> instantiate(INDArray state, boolean initialise) {
    return new ThawedUpdater(this, base.instantiate(state, initialise));
  }

  @Override
  public GradientUpdater<?> instantiate(Map<String, INDArray> state, boolean initialise) {
    return new ThawedUpdater(this, base.instantiate(state, initialise));
  }

  @Override
  public IUpdater clone() {
    return new Thawed(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Thawed that
        && base.equals(that.base)
        && factor == that.factor
        && since == that.since;
  }

  @Override
  public int hashCode() {
    return Objects.hash(base, factor, since);
  }

  @Override
  public String toString() {
    return "Thawed(" + base + ", " + factor + ", " + since + ")";
  }
}
