package org.unroll.core.config;

import java.util.OptionalDouble;
import org.unroll.core.yaml.Alternatives;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("The optimiser and its learning rate, exactly one: {adam: 0.001}.")
@Alternatives({"sgd", "adam", "rmsprop", "nesterovs"})
public record UpdaterConfig(
    @Doc("Stochastic gradient descent.") @Range(above = 0, max = 100) OptionalDouble sgd,
    @Doc("Adam (Kingma & Ba 2015), beta 0.9 and 0.999.") @Range(above = 0, max = 10)
        OptionalDouble adam,
    @Doc("RMSProp, decay 0.95.") @Range(above = 0, max = 10) OptionalDouble rmsprop,
    @Doc("SGD with Nesterov momentum 0.9.") @Range(above = 0, max = 100) OptionalDouble nesterovs) {

  /** The learning rate of whichever optimiser is set. */
  public double rate() {
    return sgd.orElseGet(
        () -> adam.orElseGet(() -> rmsprop.orElseGet(() -> nesterovs.orElseThrow())));
  }
}
