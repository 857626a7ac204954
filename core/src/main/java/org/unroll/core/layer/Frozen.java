package org.unroll.core.layer;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The updater of a layer whose weights do not change, for good or for the first epochs. DL4J's NoOp
 * hands the gradient on, which is training with rate 1; its FrozenLayer stops the gradient for the
 * layers below, and hides a recurrent layer from rnnTimeStep. A change of the learning rate does
 * not reach this updater.
 */
public final class Frozen implements IUpdater {
  private static final long serialVersionUID = 1;
  private static final int NEVER = Integer.MAX_VALUE;

  @JsonProperty private int epochs = NEVER;
  @JsonProperty private double factor = 1;
  @JsonProperty private IUpdater later; // there if it thaws

  /** For good. */
  public Frozen() {}

  private Frozen(int epochs, double factor, IUpdater later) {
    this.epochs = epochs;
    this.factor = factor;
    this.later = later;
  }

  /**
   * @param epochs that the layer stays frozen
   * @param factor what the learning rate is multiplied with for it afterwards
   */
  public static Frozen until(int epochs, double factor) {
    return new Frozen(epochs, factor, null);
  }

  /** Whether the layer is to be trained later. */
  public boolean thaws() {
    return epochs < NEVER;
  }

  /** The same that knows what trains the layer later. */
  public Frozen before(IUpdater updater) {
    return new Frozen(epochs, factor, thaws() ? updater : null);
  }

  /**
   * Whether the layer is to be trained in an epoch.
   *
   * @param epoch from 0
   */
  public boolean isOver(int epoch) {
    return thaws() && epoch >= epochs;
  }

  /**
   * What trains the layer from now on.
   *
   * @param iterations steps that the net made before
   */
  public Thawed thawed(int iterations) {
    return new Thawed(later.clone(), factor, iterations);
  }

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
    return new Frozen(epochs, factor, later);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frozen that
        && epochs == that.epochs
        && factor == that.factor
        && Objects.equals(later, that.later);
  }

  @Override
  public int hashCode() {
    return Objects.hash(epochs, factor, later);
  }

  @Override
  public String toString() {
    return thaws() ? "Frozen(" + epochs + ", " + factor + ")" : "Frozen()";
  }
}
