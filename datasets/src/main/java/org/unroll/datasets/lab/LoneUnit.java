package org.unroll.datasets.lab;

/**
 * One unit that reads nothing but itself, x = tanh(w x + b), for some steps: its squared distance
 * from a target at the end (Pascanu, Mikolov &amp; Bengio 2013, figure 6, with a hyperbolic
 * tangent).
 *
 * @param steps that it runs
 * @param start x before the first
 * @param target x that is wanted after the last
 */
public record LoneUnit(int steps, double start, double target) {
  /**
   * What a pair of weights comes to.
   *
   * @param end x after the last step
   * @param loss (x − target)²
   * @param byWeight how the loss changes with w
   * @param byBias how it changes with b
   */
  public record Outcome(double end, double loss, double byWeight, double byBias) {
    /** The norm of the gradient. */
    public double norm() {
      return Math.hypot(byWeight, byBias);
    }
  }

  /** Runs it, the derivatives beside. */
  public Outcome run(double weight, double bias) {
    double x = start;
    double byWeight = 0;
    double byBias = 0;
    for (int step = 0; step < steps; step++) {
      double next = Math.tanh(weight * x + bias);
      double slope = 1 - next * next;
      byWeight = slope * (x + weight * byWeight);
      byBias = slope * (1 + weight * byBias);
      x = next;
    }
    double error = x - target;
    return new Outcome(x, error * error, 2 * error * byWeight, 2 * error * byBias);
  }
}
