package org.unroll.datasets.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * What a roommate cooks day by day.
 *
 * @param before what he cooked on the day before the first
 * @param sunny whether the sun shines, one a day
 */
public record CookedDays(Food before, List<Boolean> sunny) {
  public CookedDays {
    sunny = List.copyOf(sunny);
  }

  /** On a sunny day the same as the day before, else what comes next. */
  public List<Food> cooked() {
    List<Food> cooked = new ArrayList<>();
    Food food = before;
    for (boolean sun : sunny) {
      food = sun ? food : food.next();
      cooked.add(food);
    }
    return cooked;
  }
}
