package org.unroll.core.decode;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How words are drawn: probabilities are raised to 1 / temperature, then all but the {@code topK}
 * most probable words are left out, then all but the fewest words whose probabilities sum to {@code
 * topP} (nucleus sampling, Holtzman et al. 2020). Immutable and thread-safe.
 *
 * @param temperature above 0; below 1 prefers the probable words more than the model does
 * @param topK at least 1; {@code Integer.MAX_VALUE} for all words
 * @param topP above 0; 1 for all words
 */
public record Sampling(double temperature, int topK, double topP) {
  public Sampling {
    if (!(temperature > 0) || topK < 1 || !(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException(
          "temperature %s, top-k %d, top-p %s".formatted(temperature, topK, topP));
    }
  }

  /** As the model says. */
  public static Sampling plain() {
    return new Sampling(1, Integer.MAX_VALUE, 1);
  }

  /**
   * Draws for one output.
   *
   * @param seed of all its draws
   */
  public WordChoice choice(long seed) {
    // of near seeds the generator gives one sequence, shifted; their first numbers are unrelated
    RandomGenerator random = new SplittableRandom(new SplittableRandom(seed).nextLong());
    return probabilities -> draw(weights(probabilities), random);
  }

  /** What is left of the probabilities; not normalised. */
  double[] weights(float[] probabilities) {
    double[] weights = new double[probabilities.length];
    double largest = probabilities[WordChoice.best(probabilities)];
    for (int word = 0; word < weights.length; word++) {
      // relative to the largest, so that low temperatures do not round all to 0
      weights[word] = Math.pow(probabilities[word] / largest, 1 / temperature);
    }
    if (topK < weights.length || topP < 1) {
      leaveOut(weights);
    }
    return weights;
  }

  private void leaveOut(double[] weights) {
    int[] order = TopWords.descending(weights);
    double total = 0;
    int kept = Math.min(topK, order.length);
    for (int i = 0; i < kept; i++) {
      total += weights[order[i]];
    }
    double sum = 0;
    for (int i = 0; i < order.length; i++) {
      boolean out = i >= kept || i > 0 && sum >= topP * total;
      sum += weights[order[i]];
      weights[order[i]] = out ? 0 : weights[order[i]];
    }
  }

  private static int draw(double[] weights, RandomGenerator random) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double place = random.nextDouble() * total;
    int last = 0;
    for (int word = 0; word < weights.length; word++) {
      if (weights[word] > 0) {
        last = word;
        place -= weights[word];
        if (place < 0) {
          return word;
        }
      }
    }
    return last; // rounding left a hair
  }
}
