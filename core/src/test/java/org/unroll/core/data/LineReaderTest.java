package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
  private static LineReader reader(String text) {
    return new LineReader("a.txt", new StringReader(text));
  }

  private static List<String> lines(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Optional<String> next = reader.next(); next.isPresent(); next = reader.next()) {
      lines.add(next.get());
      assertThat(reader.number()).isEqualTo(lines.size());
    }
    return lines;
  }

  @Test
  void linesEndAtLfAndCrlfOnly() throws IOException {
    assertThat(lines(reader("a\r\n\r\n\nb\rc\r\r\nd\u0085e\u2028f\u2029g\fh\u000Bi")))
        .containsExactly("a", "", "", "b\rc\r", "d\u0085e\u2028f\u2029g\fh\u000Bi");
    assertThat(lines(reader(""))).isEmpty();
    assertThat(lines(reader("\n"))).containsExactly("");
    assertThat(lines(reader("a\n\r"))).containsExactly("a", "\r");
  }

  @Test
  void strayReturnsAreTold() throws IOException {
    LineReader reader = reader("a\r\nb\rc\nd\re\rf\n");
    lines(reader);
    assertThat(reader.told())
        .contains(
            "a.txt: carriage returns (CR) without LF: 3, the first in line 2; they end no line and"
                + " stay in the text");
    LineReader clean = reader("a\r\nb\n\r\nc\r");
    lines(clean);
    assertThat(clean.told()).isEmpty();
  }

  @Test
  void whereNoLfIsReturnsEndTheLines() throws IOException {
    assertThat(lines(reader("a\r\rb"))).containsExactly("a", "", "b");
    assertThat(lines(reader("a\rb\r"))).containsExactly("a", "b");
    assertThat(lines(reader("\r\r"))).containsExactly("", "");
    assertThat(lines(reader("a\r"))).containsExactly("a");
    LineReader reader = reader("x".repeat(70_000) + "\ra");
    assertThat(lines(reader)).hasSize(2);
    assertThat(reader.told()).isEmpty();
  }

  /** Gives as little at a time as it likes, as a pipe does. */
  private static final class Trickle extends FilterReader {
    private final Random random;

    Trickle(Reader text, Random random) {
      super(text);
      this.random = random;
    }

    @Override
    public int read(char[] characters, int from, int length) throws IOException {
      return super.read(characters, from, Math.min(length, 1 + random.nextInt(5)));
    }
  }

  @Test
  void anyMixOfEndsIsCutAsBySplitting() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder("first\n");
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append("a\r\n\u2028".charAt(random.nextInt(4)));
      }
      List<String> expected = new ArrayList<>(List.of(text.toString().split("\r?\n", -1)));
      if (expected.get(expected.size() - 1).isEmpty()) {
        expected.remove(expected.size() - 1);
      }
      Reader trickle = new Trickle(new StringReader(text.toString()), random);
      assertThat(lines(new LineReader("a.txt", trickle))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {65_533, 65_534, 65_535, 65_536, 65_537, 131_070, 131_071, 131_072})
  void endsAtTheBordersOfTheBufferAreSeen(int length) throws IOException {
    String words = "x".repeat(length);
    assertThat(lines(reader(words + "\r\ny\n"))).containsExactly(words, "y");
    assertThat(lines(reader(words + "\ry\n"))).containsExactly(words + "\ry");
    assertThat(lines(reader(words + "\n"))).containsExactly(words);
  }

  @Test
  void aByteOrderMarkIsLeftOut() throws IOException {
    Reader marked = LineReader.afterMark(new StringReader("\uFEFFa\n\uFEFFb"));
    assertThat(lines(new LineReader("a.txt", marked))).containsExactly("a", "\uFEFFb");
    assertThat(lines(new LineReader("", LineReader.afterMark(new StringReader(""))))).isEmpty();
  }
}
