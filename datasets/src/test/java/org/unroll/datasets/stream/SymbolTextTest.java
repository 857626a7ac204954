package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTextTest {
  @ParameterizedTest
  @ValueSource(ints = {256, 257, 65_536})
  void holdsAllNumbers(int size) {
    int[] numbers = {0, 1, 127, 128, 255, size - 1};
    SymbolText text = SymbolText.of(numbers);
    assertThat(text.length()).isEqualTo(6);
    assertThat(text.numbers(0, 6)).isEqualTo(numbers);
    assertThat(text.at(5)).isEqualTo(size - 1);
  }

  @Test
  void aPartIsAView() {
    SymbolText part = SymbolText.of(new int[] {5, 6, 7, 8, 9}).part(1, 4);
    assertThat(part.length()).isEqualTo(3);
    assertThat(part.numbers(0, 3)).containsExactly(6, 7, 8);
    assertThat(part.part(1, 3).at(1)).isEqualTo(8);
    assertThat(part.part(3, 3).length()).isZero();
    assertThatThrownBy(() -> part.at(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> part.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> part.part(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void takesAnyNumberOneByOne() {
    SymbolText.Builder builder = new SymbolText.Builder();
    for (int i = 0; i < 10_000; i++) {
      builder.add(i);
    }
    SymbolText text = builder.build();
    assertThat(text.length()).isEqualTo(10_000);
    assertThat(text.at(9_999)).isEqualTo(9_999);
  }
}
