package org.unroll.datasets.table;

import java.util.List;
import java.util.function.Function;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;

/**
 * Cuts one set of examples into training, validation and test. Where an example goes is a hash of
 * its text and the seed: equal texts go together, and adding rows to the file moves no others.
 *
 * @param fractions of training, validation and test; they sum to 1
 */
public record RandomSplit(List<Double> fractions, long seed) {
  private static final List<String> NAMES = List.of("train", "validation", "test");

  public RandomSplit {
    fractions = List.copyOf(fractions);
    double sum = fractions.stream().mapToDouble(Double::doubleValue).sum();
    if (fractions.size() != NAMES.size()
        || Math.abs(sum - 1) > 1e-6
        || fractions.stream().anyMatch(fraction -> !(fraction >= 0))) {
      throw new UserError(
          "data.split.fractions: "
              + fractions
              + " must be three numbers that sum to 1: train, validation, test");
    }
  }

  /**
   * The three parts, each in the order of the examples.
   *
   * @param text of an example
   * @throws UserError if a part that should get examples gets none
   */
  public <T> Splits<T> cut(List<T> all, Function<T, String> text) {
    Splits<T> splits = Splits.of(all, place -> part(text.apply(all.get(place))));
    for (int part = 0; part < NAMES.size(); part++) {
      if (splits.part(Split.values()[part]).isEmpty() && fractions.get(part) > 0) {
        throw new UserError(
            "data.split: no example falls in the %s part; of different ones %d are too few for fractions %s"
                .formatted(NAMES.get(part), all.stream().map(text).distinct().count(), fractions));
      }
    }
    return splits;
  }

  private int part(String text) {
    double place = (hash(text, seed) >>> 11) * 0x1.0p-53; // uniform in [0, 1)
    double end = 0;
    int last = 0;
    for (int part = 0; part < fractions.size(); part++) {
      end += fractions.get(part);
      last = fractions.get(part) > 0 ? part : last;
      if (place < end) {
        return part;
      }
    }
    return last; // the fractions sum to a hair less than 1
  }

  /** FNV-1a over the characters, then the mixing step of SplitMix64 with the seed. */
  public static long hash(String text, long seed) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash += (seed + 1) * 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }
}
