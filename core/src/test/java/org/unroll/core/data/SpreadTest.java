package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void aFewAreSpreadOverAll() {
    assertThat(Spread.of(10, 4)).containsExactly(0, 2, 5, 7);
    assertThat(Spread.of(3, 4)).containsExactly(0, 1, 2);
    assertThat(Spread.of(0, 4)).isEmpty();
  }

  @Test
  void anEvenShareIsAsLargeAsTheBoundAllows() {
    List<String> words = List.of("aa", "bb", "cc", "dd", "ee");
    assertThat(Spread.within(words, String::length, 10)).isSameAs(words);
    assertThat(Spread.within(words, String::length, 5)).containsExactly("aa", "cc");
    assertThat(Spread.within(words, String::length, 1)).containsExactly("aa");
    assertThat(Spread.within(List.of(), each -> 1, 0)).isEmpty();
  }
}
