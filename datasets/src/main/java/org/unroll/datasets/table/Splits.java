package org.unroll.datasets.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.unroll.core.data.Split;

/** The three parts of a set of examples. */
public record Splits<T>(List<T> train, List<T> validation, List<T> test) {
  public Splits {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /** One of them. */
  public List<T> part(Split split) {
    return switch (split) {
      case TRAIN -> train;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  /** The same, less the training examples whose key also stands, letter by letter, in a part. */
  public Splits<T> withoutInTrain(Function<T, String> key, Split... parts) {
    Set<String> held = new HashSet<>();
    for (Split part : parts) {
      part(part).forEach(example -> held.add(key.apply(example)));
    }
    List<T> kept = new ArrayList<>();
    for (T example : train) {
      if (!held.contains(key.apply(example))) {
        kept.add(example);
      }
    }
    return new Splits<>(kept, validation, test);
  }
}
