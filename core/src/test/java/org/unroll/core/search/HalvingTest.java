package org.unroll.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalvingTest {
  @Test
  void rungsEndWithAllEpochsAndBeginWithOneAtLeast() {
    assertThat(Halving.of(19, 12).rungs()).containsExactly(1, 4, 12);
    assertThat(Halving.of(27, 27).rungs()).containsExactly(1, 3, 9, 27);
    assertThat(Halving.of(100, 2).rungs()).containsExactly(2);
    assertThat(Halving.of(100, 1).rungs()).containsExactly(1);
  }

  @Test
  void fewTrialsHaveFewRungs() {
    assertThat(Halving.of(4, 81).rungs()).containsExactly(27, 81);
    assertThat(Halving.of(2, 81).rungs()).containsExactly(81);
  }

  @Test
  void aThirdGoesOnAndAlwaysOne() {
    assertThat(Halving.of(19, 12).kept(19)).isEqualTo(6);
    assertThat(Halving.of(19, 12).kept(6)).isEqualTo(2);
    assertThat(Halving.of(19, 12).kept(2)).isEqualTo(1);
  }

  @Test
  void withoutItThereIsOneRung() {
    assertThat(Halving.none(12).rungs()).containsExactly(12);
  }
}
