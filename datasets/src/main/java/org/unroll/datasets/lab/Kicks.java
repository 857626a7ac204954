package org.unroll.datasets.lab;

import java.util.List;

/**
 * What pushes two units: one kick at the first step and one half-way.
 *
 * @param numbers of the first kick and of the second, a number a unit each
 */
public record Kicks(List<Float> numbers) {
  public Kicks {
    numbers = List.copyOf(numbers);
  }
}
