package org.unroll.datasets.sample;

import java.util.List;
import java.util.Random;

/** Draws by chance, and adds up how much each of them tells. Not thread-safe. */
final class StreamDraws {
  private final Random random;
  private double nats;

  StreamDraws(Random random) {
    this.random = random;
  }

  /** One of different values. */
  <T> T pick(List<T> values) {
    nats += Math.log(values.size());
    return values.get(random.nextInt(values.size()));
  }

  boolean chance(double share) {
    boolean drawn = random.nextDouble() < share;
    nats -= Math.log(drawn ? share : 1 - share);
    return drawn;
  }

  /** Minus the logarithm of the chance of all that was drawn. */
  double nats() {
    return nats;
  }

  /** Some draws led to nothing: back to what the others tell. */
  void backTo(double before) {
    nats = before;
  }
}
