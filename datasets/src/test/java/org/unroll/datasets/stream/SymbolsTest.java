package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unroll.core.UserError;
import org.unroll.core.data.Progress;

class SymbolsTest {
  private static final String TEXT = "déjà vu 😀\r\n\tthe cat\u0000 the cat\n";

  @TempDir private Path folder;

  private static StreamText config(Units units) {
    return new StreamText(units, units == Units.BPE ? OptionalInt.of(20) : OptionalInt.empty());
  }

  private static Symbols fit(Units units, String training) {
    return Symbols.fit(config(units), Symbols.typed(units, training), Progress.SILENT);
  }

  private static Symbols.Coded coded(Symbols symbols, Units units, String text) {
    return symbols.encode(Symbols.typed(units, text));
  }

  private static String text(Symbols symbols, SymbolText coded) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < coded.length(); i++) {
      numbers.add(coded.at(i));
    }
    return SymbolPieces.text(symbols, numbers);
  }

  @ParameterizedTest
  @EnumSource(Units.class)
  void aTextComesBack(Units units) {
    Symbols symbols = fit(units, TEXT);
    Symbols.Coded coded = coded(symbols, units, TEXT);
    assertThat(coded.unknown()).isZero();
    assertThat(text(symbols, coded.text())).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @EnumSource(Units.class)
  void whatIsSavedIsTheSame(Units units) throws IOException {
    Symbols symbols = fit(units, TEXT + "<s>\u2028\uFFFF");
    symbols.save(folder);
    Symbols loaded = Symbols.load(config(units), folder);
    assertThat(loaded.size()).isEqualTo(symbols.size());
    SymbolText before = coded(symbols, units, TEXT).text();
    SymbolText after = coded(loaded, units, TEXT).text();
    assertThat(after.numbers(0, after.length())).isEqualTo(before.numbers(0, before.length()));
    for (int number = 0; number < symbols.size(); number++) {
      assertThat(loaded.bytes(number)).isEqualTo(symbols.bytes(number));
    }
  }

  @Test
  void charactersAreNumberedAsTheyComeAndOthersAreTold() {
    Symbols symbols = fit(Units.CHARACTER, "b😀ab");
    assertThat(symbols.size()).isEqualTo(3);
    Symbols.Coded coded = symbols.encode("a?b😁?😀");
    assertThat(coded.text().numbers(0, 3)).containsExactly(2, 0, 1);
    assertThat(coded.unknown()).isEqualTo(3);
    assertThat(coded.such()).containsExactly("?", "😁");
    assertThat(symbols.bytes(1)).isEqualTo("😀".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anyNumberOfCharactersUpToTwoBytes() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 1 << Character.SIZE; i++) {
      all.appendCodePoint(0x10000 + i);
    }
    Symbols symbols = fit(Units.CHARACTER, all.toString());
    assertThat(symbols.size()).isEqualTo(65_536);
    SymbolText text = symbols.encode(all.toString()).text();
    assertThat(text.length()).isEqualTo(65_536);
    assertThat(text.at(65_535)).isEqualTo(65_535);
    assertThatThrownBy(() -> fit(Units.CHARACTER, all.append('a').toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("65,537 different characters are too many")
        .hasMessageContaining("text.units");
  }

  @Test
  void bytesThatWereNotSeenAreUnknownAndSubwordsNever() {
    assertThat(coded(fit(Units.BYTE, "ab"), Units.BYTE, "aé").unknown()).isEqualTo(2);
    Symbols subwords = fit(Units.BPE, "ab ab");
    assertThat(subwords.size()).isBetween(256, 276);
    assertThat(text(subwords, subwords.encode("日本😀 ab").text())).isEqualTo("日本😀 ab");
  }

  /** A long text is cut at line ends, else anywhere but in a character. */
  @Test
  void longTextsOfSubwordsComeBack() {
    Symbols symbols = fit(Units.BPE, TEXT);
    for (String text :
        List.of("x" + "😀".repeat(70_000), ("déjà vu".repeat(9) + "\n").repeat(3_000))) {
      assertThat(text(symbols, symbols.encode(text).text())).isEqualTo(text);
    }
    assertThat(symbols.encode("").text().length()).isZero();
    String half = "a\uD83D"; // half a character, as in a file that was cut
    assertThat(text(symbols, symbols.encode(half).text())).isEqualTo("a?");
  }

  @ParameterizedTest
  @EnumSource(Units.class)
  void oneCharacterTeachesNothing(Units units) {
    for (String text : List.of("aaaa", "a")) {
      assertThatThrownBy(() -> fit(units, text))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("one character again and again");
    }
    assertThatThrownBy(() -> fit(units, ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is empty");
  }

  @Test
  void oneCharacterOfTwoHalvesTeachesNothing() {
    assertThatThrownBy(() -> fit(Units.CHARACTER, "😀😀😀"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("one character again and again");
  }

  @Test
  void whatIsTypedIsReadAndBack() throws IOException {
    for (Units units : Units.values()) {
      assertThat(Symbols.untyped(units, Symbols.typed(units, TEXT))).isEqualTo(TEXT);
    }
    assertThat(Symbols.typed(Units.BYTE, "é")).isEqualTo("\u00C3\u00A9");
    assertThatThrownBy(() -> Symbols.untyped(Units.BYTE, "a\u00FF"))
        .isInstanceOf(CharacterCodingException.class);
  }
}
