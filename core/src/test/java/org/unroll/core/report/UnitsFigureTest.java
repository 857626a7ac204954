package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.app.Sample;
import org.unroll.core.app.UnitTrace;

class UnitsFigureTest {
  private static UnitTrace trace(String follows, double correlation, Double... values) {
    return new UnitTrace("cells", 137, follows, correlation, Arrays.asList(values));
  }

  private static Sample.Units units(List<String> symbols, UnitTrace... traces) {
    return new Sample.Units(1, 0, symbols, List.of(traces));
  }

  private static String picture(Sample.Units sample) {
    Html html = new Html();
    new UnitsFigure(List.of(sample)).addPicture(html, sample);
    return html.toString();
  }

  @Test
  void eachUnitHasABlockThatSaysWhatItFollows() {
    Sample.Units sample =
        units(List.of("a"), trace("quotes", 0.934, 1.0), trace("code-depth", -0.5, 0.0));
    assertThat(picture(sample))
        .containsSubsequence(
            "unit 137 of cells follows quotes (correlation 0.93)",
            "unit 137 of cells follows code-depth (correlation −0.50)");
    assertThat(picture(units(List.of("a"), trace("", 0, 1.0))))
        .contains("<h4>unit 137 of cells</h4>");
  }

  @Test
  void theBarIsAsHighAsTheStrongestCorrelation() {
    Sample.Units found =
        units(List.of("a"), trace("quotes", 0.3, 1.0), trace("line-position", -0.9, 1.0));
    Sample.Units none = units(List.of("a"), trace("", 0, 1.0));
    assertThat(new UnitsFigure(List.of(none, found)).bars())
        .containsExactly(
            new EpochBar("plain", "no correlation", 0),
            new EpochBar("plain", "line-position −0.90", 0.9));
  }

  @Test
  void neighboursOfOneColourShareAnElement() {
    List<String> symbols = List.of("a", "b", "cd", "e", "f", "g");
    assertThat(ColouredText.of(symbols, List.of(1.0, 0.97, 0.04, -0.04, -0.51, -7.0)))
        .isEqualTo(
            "<span class=\"above10\">ab</span>cde<span class=\"below5\">f</span>"
                + "<span class=\"below10\">g</span>");
    assertThat(ColouredText.of(List.of("a"), List.of(Double.NaN))).isEqualTo("a");
    assertThat(ColouredText.of(List.of(), List.of())).isEmpty();
  }

  @Test
  void theEndOfALineIsSeenAndTextIsEscaped() {
    List<String> symbols = List.of("<script>", "\n", "�", "\u0007");
    assertThat(ColouredText.of(symbols, List.of(0.0, 0.5, 0.5, 0.0)))
        .isEqualTo("&lt;script&gt;<span class=\"above5\"><i>⏎</i>\n�</span>\\u0007");
  }

  @Test
  void aPageHoldsTextsOneBelowTheOther(@TempDir Path folder) {
    UnitsPage page = new UnitsPage();
    Path file = folder.resolve("units.html");
    page.add(units(List.of("a")));
    assertThatThrownBy(() -> page.write(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no unit to draw");

    page.add(units(List.of("<script>"), trace("quotes", 0.9, 1.0)));
    page.add(units(List.of("b"), trace("quotes", 0.9, -1.0)));
    page.write(file);
    assertThat(file)
        .content()
        .containsSubsequence(
            "<h3>Text 1</h3>",
            "<span class=\"above10\">&lt;script&gt;</span>",
            "<h3>Text 2</h3>",
            "<span class=\"below10\">b</span>")
        .doesNotContain("<script");
  }
}
