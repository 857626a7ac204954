package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;

class PositionSplitTest {
  private static final PositionSplit SEVENTY = new PositionSplit(List.of(0.7, 0.2, 0.1));

  private static String joined(PositionSplit split, String text) {
    StringBuilder all = new StringBuilder();
    for (Split each : Split.values()) {
      all.append(split.part(text, each));
    }
    return all.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 19, 100, 1003, 4096})
  void thePartsAreTheText(int length) {
    String text = "abcdefghijklm".repeat(length).substring(0, length);
    assertThat(joined(PositionSplit.USUAL, text)).isEqualTo(text);
    assertThat(joined(SEVENTY, text)).isEqualTo(text);
    assertThat(PositionSplit.USUAL.part(text, Split.TRAIN)).hasSize(length * 8 / 10);
  }

  @Test
  void noCharacterIsCutInTwo() {
    String faces = "😀".repeat(25);
    for (String text : List.of(faces, "a" + faces, "ab" + faces)) {
      assertThat(joined(PositionSplit.USUAL, text)).isEqualTo(text);
      for (Split split : Split.values()) {
        assertThat(PositionSplit.USUAL.part(text, split).codePoints())
            .noneMatch(each -> each >= 0xD800 && each < 0xE000);
      }
    }
  }

  @Test
  void whatIsNotThereIsSaid() {
    PositionSplit two = new PositionSplit(List.of(0.9, 0.1, 0.0));
    assertThat(two.part("0123456789", Split.VALIDATION)).isEqualTo("9");
    assertThatThrownBy(() -> two.part("0123456789", Split.TEST))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no test part");
    assertThatThrownBy(() -> PositionSplit.USUAL.part("abc", Split.VALIDATION))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("3 characters are too few");
    assertThatThrownBy(() -> two.part("", Split.TRAIN)).isInstanceOf(UserError.class);
  }
}
