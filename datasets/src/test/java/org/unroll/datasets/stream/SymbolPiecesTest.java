package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Progress;

class SymbolPiecesTest {
  private static final Symbols BYTES = bytes();

  private static Symbols bytes() {
    StringBuilder all = new StringBuilder();
    for (char each = 0; each < 256; each++) {
      all.append(each);
    }
    return Symbols.fit(
        new StreamText(Units.BYTE, OptionalInt.empty()), all.toString(), Progress.SILENT);
  }

  private static List<String> pieces(int... bytes) {
    SymbolPieces pieces = new SymbolPieces(BYTES);
    List<String> all = new ArrayList<>();
    for (int each : bytes) {
      all.add(pieces.next(each));
    }
    all.add(pieces.rest());
    return all;
  }

  @Test
  void aCharacterComesWhenItIsWhole() {
    assertThat(pieces('a', 0xC3, 0xA9)).containsExactly("a", "", "é", "");
    assertThat(pieces(0xF0, 0x9F, 0x98, 0x80)).containsExactly("", "", "", "😀", "");
  }

  @Test
  void whatIsNoCharacterIsShownAsSuch() {
    assertThat(pieces(0xFF, 'a')).containsExactly("\uFFFD", "a", "");
    assertThat(pieces(0xC3, 'a')).containsExactly("", "\uFFFDa", "");
    assertThat(pieces(0x80, 0x80)).containsExactly("\uFFFD", "\uFFFD", "");
    assertThat(pieces('a', 0xF0, 0x9F)).containsExactly("a", "", "", "\uFFFD");
    assertThat(String.join("", pieces(0xED, 0xA0, 0x80))).as("half a pair").isEqualTo("\uFFFD");
  }

  /** Whatever a net writes. */
  @Test
  void piecesAreTheWholeText() {
    Random random = new Random(4);
    for (int n = 0; n < 300; n++) {
      byte[] bytes = new byte[40];
      random.nextBytes(bytes);
      SymbolPieces pieces = new SymbolPieces(BYTES);
      StringBuilder text = new StringBuilder();
      List<Integer> numbers = new ArrayList<>();
      for (byte each : bytes) {
        numbers.add(each & 0xFF);
        text.append(pieces.next(each & 0xFF));
      }
      text.append(pieces.rest());
      assertThat(text.toString()).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
      assertThat(SymbolPieces.text(BYTES, numbers)).isEqualTo(text.toString());
    }
  }
}
