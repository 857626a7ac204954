package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.core.Json;
import org.unroll.core.metric.Chart;

class ChartPictureTest {
  private static final double NONE = Double.NaN;

  private static String svg(Chart chart) {
    Html html = new Html();
    new ChartPicture(chart).addTo(html);
    return html.toString();
  }

  private static Chart.Lines lines(List<Double> values) {
    List<String> steps =
        java.util.stream.IntStream.range(0, values.size()).mapToObj(i -> "" + i).toList();
    return new Chart.Lines(
        "t", steps, List.of(new Chart.Line("truth", values)), List.of(), List.of());
  }

  @Test
  void aLineIsInterruptedWhereAValueIsMissing() {
    assertThat(svg(lines(List.of(0.0, 1.0, NONE, 1.0, 0.0))))
        .containsPattern("d=\"M[^M\"]+L[^M\"]+M[^M\"]+L[^M\"]+\"");
    assertThat(svg(lines(List.of(0.0, 1.0, 1.0, 0.0))))
        .doesNotContainPattern("class=\"line[^>]+M[^\"]+M");
  }

  @Test
  void aValueWithoutNeighboursIsADot() {
    assertThat(svg(lines(List.of(5.0)))).contains("<circle").doesNotContain("NaN", "Infinity");
    assertThat(svg(lines(List.of(1.0, NONE, 2.0, NONE)))).containsSubsequence("<circle", "<circle");
    assertThat(svg(lines(List.of(1.0, 2.0)))).doesNotContain("<circle class=\"colour");
  }

  @Test
  void aValueSaysItselfWhereThereIsRoomAndTheLastOneAlways() {
    assertThat(svg(lines(List.of(1.0, 2.0)))).contains("<title>1: 2.0000</title>");
    assertThat(svg(lines(Collections.nCopies(99, 1.0)))).containsOnlyOnce("<title>98: 1.0000");
    assertThat(svg(lines(Collections.nCopies(99, 1.0)))).containsOnlyOnce("<circle");
  }

  private static Chart.Lines logarithmic(List<Double> values) {
    Chart.Lines plain = lines(values);
    return new Chart.Lines("t", plain.steps(), plain.lines(), List.of(), List.of(), true);
  }

  @Test
  void onALogarithmicAxisEqualFactorsAreEqualWays() {
    assertThat(svg(logarithmic(List.of(1.0, 1e-3, 1e-6))))
        .containsPattern("<title>1: 0\\.00100</title>")
        .contains(">1</text>", ">1e-06</text>")
        .containsPattern("class=\"line colour0\" d=\"M58\\.0 .*L283\\.0 114\\.0L");
  }

  @Test
  void whatIsNotPositiveHasNoPlaceOnALogarithmicAxis() {
    assertThat(svg(logarithmic(List.of(1.0, 0.5, 0.0, 1.0, 0.5))))
        .containsPattern("d=\"M[^M\"]+L[^M\"]+M[^M\"]+L[^M\"]+\"")
        .doesNotContain("NaN", "Infinity");
    assertThat(svg(logarithmic(List.of(0.0, -1.0)))).doesNotContain("NaN", "Infinity");
  }

  @Test
  void theAxisReachesWhatItIsToldTo() {
    Html html = new Html();
    new ChartPicture(lines(List.of(1.0, 2.0))).reaching(List.of(100.0)).addTo(html);
    assertThat(html.toString()).contains(">100</text>");
  }

  @Test
  void aBandIsAClosedShapeOfEachStretch() {
    Chart.Band band =
        new Chart.Band("b", List.of(NONE, 1.0, 2.0, NONE, 1.0), List.of(NONE, 3.0, 3.0, NONE, 2.0));
    Chart chart =
        new Chart.Lines("t", List.of("a", "b", "c", "d", "e"), List.of(), List.of(band), List.of());
    assertThat(svg(chart)).containsPattern("class=\"band colour1\" d=\"M[^MZ]+L[^MZ]+ZM[^MZ]+Z\"");
  }

  @Test
  void thingsWithoutNumbersAreDrawnEmpty() {
    assertThat(svg(lines(List.of()))).startsWith("<svg").doesNotContain("NaN", "Infinity");
    assertThat(svg(lines(List.of(NONE, Double.POSITIVE_INFINITY))))
        .doesNotContain("NaN", "Infinity");
    assertThat(svg(new Chart.Bars("t", "mae", List.of()))).doesNotContain("NaN", "Infinity");
    assertThat(svg(new Chart.Bars("t", "mae", List.of(new Chart.Bar("a", 0)))))
        .doesNotContain("NaN");
    assertThat(
            svg(
                new Chart.Points(
                    "t", "x", "y", List.of(new Chart.Cloud("c", List.of(NONE), List.of(1.0))))))
        .doesNotContain("NaN");
  }

  @Test
  void barsSayTheirValuesAndStandOnZero() {
    String svg =
        svg(
            new Chart.Bars(
                "t", "mae", List.of(new Chart.Bar("Mon", 10), new Chart.Bar("Tue", 20))));
    assertThat(svg)
        .contains("<title>Mon: 10.00</title>", ">0</text>", ">Mon</text>", ">mae</text>");
  }

  @Test
  void textIsEscaped() {
    String evil = "<b>\"&";
    Chart.Line line = new Chart.Line(evil, List.of(1.0));
    Chart chart =
        new Chart.Lines(
            evil, List.of(evil), List.of(line), List.of(), List.of(new Chart.Mark(evil, 0)));
    assertThat(svg(chart)).doesNotContain("<b>").contains("&lt;b&gt;&quot;&amp;");
  }

  @Test
  void aChartComesBackFromItsFile() throws JsonProcessingException {
    for (Chart chart : List.of(lines(List.of(1.5, NONE)), logarithmic(List.of(1.5, NONE)))) {
      String json = Json.MAPPER.writerFor(Chart.class).writeValueAsString(chart);
      assertThat(json).contains("\"kind\":\"lines\"");
      assertThat(Json.MAPPER.readValue(json, Chart.class)).isEqualTo(chart);
    }
  }

  @Test
  void aChartOfAnEarlierVersionIsRead() throws JsonProcessingException {
    Chart chart = lines(List.of(1.5));
    String json = Json.MAPPER.writerFor(Chart.class).writeValueAsString(chart);
    String earlier = json.replace(",\"logarithmic\":false", "");
    assertThat(earlier).isNotEqualTo(json);
    assertThat(Json.MAPPER.readValue(earlier, Chart.class)).isEqualTo(chart);
  }

  @Test
  void aLineNeedsAValueAStep() {
    Chart.Line line = new Chart.Line("truth", List.of(1.0));
    assertThatThrownBy(
            () -> new Chart.Lines("t", List.of("a", "b"), List.of(line), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 values for 2 places");
  }
}
