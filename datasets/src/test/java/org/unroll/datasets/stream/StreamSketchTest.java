package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamSketchTest {
  private static final String PROSE = "It was late, and no one came. The lamp burnt low.\n";
  private static final String CODE = "  for (int i = 0; i < n; i++) {\n    sum += i;\n  }\n";
  private static final String TEX = "\\begin{proof}\nLet $\\alpha \\in \\beta$.\n\\end{proof}\n";

  @Test
  void countsCharactersNotHalvesOfThem() {
    StreamSketch sketch = StreamSketch.of("aab😀\nb\uD83D");
    assertThat(sketch.characters()).isEqualTo(7);
    assertThat(sketch.different()).isEqualTo(5);
    assertThat(sketch.rarest(2)).containsExactly((int) '\n', 0xD83D);
    assertThat(sketch.share(2)).isEqualTo(4 / 7.0);
    assertThat(StreamSketch.of("aé😀").bytes()).isEqualTo(7);
  }

  @Test
  void linesEndAtLfAndTheLastMayLackIt() {
    assertThat(StreamSketch.of("").lines()).isZero();
    assertThat(StreamSketch.of("a").lines()).isEqualTo(1);
    assertThat(StreamSketch.of("a\n").lines()).isEqualTo(1);
    StreamSketch windows = StreamSketch.of("a\r\nb\r\nc\nd");
    assertThat(windows.lines()).isEqualTo(4);
    assertThat(windows.returns()).isEqualTo(2);
  }

  @Test
  void whatIsUnknownIsCountedEachTime() {
    StreamSketch known = StreamSketch.of("abc");
    assertThat(known.unknownIn(StreamSketch.of("abxxy"))).isEqualTo(3);
    assertThat(known.unknownIn(known)).isZero();
  }

  @Test
  void anExcerptIsOneLineFromTheMiddle() {
    StreamSketch sketch = StreamSketch.of("one line\ntwo\nthree\nf\tour\n");
    assertThat(sketch.excerpt(80)).isEqualTo("three\\nf\\tour");
    assertThat(StreamSketch.of("😀😀😀😀").excerpt(1)).isEqualTo("😀…");
    assertThat(StreamSketch.of("").excerpt(10)).isEmpty();
  }

  @Test
  void onlyWhatIsPlainIsNamed() {
    assertThat(TextKind.of(PROSE.repeat(9))).contains(TextKind.PROSE);
    assertThat(TextKind.of(CODE.repeat(9))).contains(TextKind.CODE);
    assertThat(TextKind.of(TEX.repeat(9))).contains(TextKind.TEX);
    assertThat(TextKind.of("X:1\nM:6/8\nK:G\n|:\"G\"g2g gdB|e2g d2B:|\n".repeat(9))).isEmpty();
    assertThat(TextKind.of("[[74, 70, 65, 58], [74, 70, 65]]\n".repeat(9))).isEmpty();
    assertThat(TextKind.of("")).isEmpty();
    assertThat(TextKind.TEX.inWords()).isEqualTo("TeX");
  }

  @Test
  void longerLinesThatStandInBothAreFound() {
    String line = "a line that is longer than some others\n";
    assertThat(
            StreamSketch.repeated(
                line + "short\n", line + "short\nanother line of such a length\n"))
        .isEqualTo(0.5);
    assertThat(StreamSketch.repeated(line, "short\n")).isZero();
  }
}
