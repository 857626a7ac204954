package org.unroll.datasets.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.unroll.core.data.IntList;
import org.unroll.core.data.ListView;
import org.unroll.core.data.Split;

/** The three parts of a set of examples. */
public record Splits<T>(List<T> train, List<T> validation, List<T> test) {
  public Splits {
    train = ListView.kept(train);
    validation = ListView.kept(validation);
    test = ListView.kept(test);
  }

  /**
   * The parts of one list, each in its order.
   *
   * @param part the number of that which the example at a place belongs to, from 0
   */
  static <T> Splits<T> of(List<T> all, IntUnaryOperator part) {
    List<IntList> places = List.of(new IntList(), new IntList(), new IntList());
    for (int place = 0; place < all.size(); place++) {
      places.get(part.applyAsInt(place)).add(place);
    }
    List<List<T>> parts =
        places.stream().map(each -> ListView.selected(all, each.toArray())).toList();
    return new Splits<>(parts.get(0), parts.get(1), parts.get(2));
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
