package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void aFewAreSpreadOverAll() {
    assertThat(Spread.of(10, 4)).containsExactly(0, 2, 5, 7);
    assertThat(Spread.of(3, 4)).containsExactly(0, 1, 2);
    assertThat(Spread.of(0, 4)).isEmpty();
  }
}
