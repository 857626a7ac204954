package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiscountsTest {
  /** Counts of which so many are 1, 2, 3, 4 and two are 9. */
  private static Discounts of(int... occurring) {
    IntStream counts = IntStream.of(9, 9);
    for (int i = 0; i < occurring.length; i++) {
      int count = i + 1;
      counts = IntStream.concat(counts, IntStream.generate(() -> count).limit(occurring[i]));
    }
    return Discounts.of(counts.toArray());
  }

  @Test
  void fromCountsOfCounts() {
    Discounts discounts = of(10, 5, 2, 1); // Y = 10 / (10 + 2 * 5)
    assertThat(discounts.of(0)).isZero();
    assertThat(discounts.of(1)).isCloseTo(1 - 2 * 0.5 * 5 / 10, within(1e-12));
    assertThat(discounts.of(2)).isCloseTo(2 - 3 * 0.5 * 2 / 5, within(1e-12));
    assertThat(discounts.of(3)).isCloseTo(3 - 4 * 0.5 * 1 / 2, within(1e-12));
    assertThat(discounts.of(100)).isEqualTo(discounts.of(3));
  }

  @Test
  void whereTheyCannotBeTakenFromCountsTheyAreFixed() {
    for (Discounts fixed : new Discounts[] {of(), of(10, 5, 2, 0), of(5, 1, 4, 9)}) {
      assertThat(fixed.of(1)).isEqualTo(0.5);
      assertThat(fixed.of(2)).isEqualTo(1);
      assertThat(fixed.of(5)).isEqualTo(1.5);
    }
  }
}
