package org.unroll.core.graph.node;

import java.util.Optional;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("Keys that all layers share.")
public record LayerOptions(
    @Doc(
            "Share of the layer's inputs that is dropped while training (of an embedding: of its"
                + " output).")
        @Default("0")
        @Range(min = 0, below = 1)
        double dropout,
    @Doc("How the weights start.") @Default("xavier") InitialWeights weightInit,
    @Doc("The activation function; of dense (default identity) and rnn (tanh or relu).")
        Optional<Activation> activation,
    @Doc("L2 penalty: l2 / 2 times the sum of the squared weights is added to the loss.")
        @Default("0")
        @Range(min = 0)
        double l2,
    @Doc("Do not change the weights while training.") @Default("false") boolean frozen,
    @Doc("Frozen at first, then trained.") Optional<Thaw> thaw) {

  /** No dropout, Xavier, the kind's own activation, no penalty, not frozen. */
  public static final LayerOptions DEFAULTS =
      new LayerOptions(0, InitialWeights.XAVIER, Optional.empty(), 0, false);

  /** For good, if they are frozen. */
  public LayerOptions(
      double dropout,
      InitialWeights weightInit,
      Optional<Activation> activation,
      double l2,
      boolean frozen) {
    this(dropout, weightInit, activation, l2, frozen, Optional.empty());
  }

  /** The same with an activation function, if there is none. */
  LayerOptions activated(Activation otherwise) {
    Optional<Activation> known = Optional.of(activation.orElse(otherwise));
    return new LayerOptions(dropout, weightInit, known, l2, frozen, thaw);
  }

  /** A head and an embedding have a fixed activation. */
  void refuseActivation(String path, String reason, Problems problems) {
    if (activation.isPresent()) {
      problems.add(path + ".activation", reason);
    }
  }

  /** The identity matrix wants as many inputs as units, where both are known. */
  void checkIdentity(int inputs, int units) {
    boolean known = inputs != Shape.UNKNOWN && units != Shape.UNKNOWN;
    if (weightInit == InitialWeights.IDENTITY && known && inputs != units) {
      throw new ShapeException(
          "weight-init: identity takes as many inputs as units, but there are %d inputs and %d units; use orthogonal"
              .formatted(inputs, units));
    }
  }
}
