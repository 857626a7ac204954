package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The classes of two folds, whose training data may lack one: those of the first, then others. */
final class ClassUnion {
  private final List<String> names;
  private final int[] numbers; // of the second's classes

  ClassUnion(List<String> first, List<String> second) {
    this.names = new ArrayList<>(first);
    for (String name : second) {
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    this.numbers = second.stream().mapToInt(names::indexOf).toArray();
  }

  List<String> names() {
    return List.copyOf(names);
  }

  /** Of a class of the second, or what stands for no class, below 0. */
  int number(int second) {
    return second < 0 ? second : numbers[second];
  }

  /** The first's probabilities, 0 for the classes that it does not know. */
  double[] widened(double[] first) {
    return Arrays.copyOf(first, names.size());
  }

  /** The second's probabilities. */
  double[] ofSecond(double[] second) {
    double[] row = new double[names.size()];
    for (int i = 0; i < second.length; i++) {
      row[numbers[i]] = second[i];
    }
    return row;
  }
}
