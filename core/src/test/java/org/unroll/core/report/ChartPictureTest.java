package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
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
  void spotsAreAsLargeAsTheirCountsAndSayWhatTheyAre() {
    List<Chart.Spot> spots =
        List.of(new Chart.Spot("low", 0, 1, 1), new Chart.Spot("high", 1, 0, 100));
    String svg = svg(new Chart.Agreement("t", "said", "right", "texts", "as sure as right", spots));
    assertThat(svg)
        .contains("d=\"M58.0 206.0L508.0 22.0\"", "as sure as right", "larger: more texts")
        .contains("cx=\"58.0\" cy=\"22.0\" r=\"3.5\"", "cx=\"508.0\" cy=\"206.0\" r=\"11.0\"")
        .contains("high: said 1.000, right 0.000, 100 texts");
  }

  @Test
  void sharesReachFromNoneToAll() {
    Chart.Cloud cloud = new Chart.Cloud("forget", List.of(0.01), List.of(0.02));
    String svg = svg(new Chart.Points("t", "x", "y", List.of(cloud), true));
    assertThat(svg).contains(">0.0</text>", ">0.5</text>", ">1.0</text>");
  }

  @Test
  void aPathBeginsWithADotAndLeavesOutWhatIsNoNumber() {
    Chart.Cloud path =
        new Chart.Cloud("one", List.of(NONE, 0.0, 1.0, 2.0), List.of(1.0, 1.0, NONE, 3.0));
    String svg = svg(new Chart.Paths("t", "x", "y", List.of(path, path)));
    assertThat(svg)
        .containsOnlyOnce("<circle class=\"colour0\"")
        .containsOnlyOnce("<circle class=\"colour1\"")
        .containsPattern("class=\"line way colour1\" d=\"M[^ML]+L[^ML]+\"")
        .doesNotContain("NaN");
    assertThat(svg(new Chart.Paths("t", "x", "y", List.of()))).doesNotContain("NaN", "Infinity");
  }

  @Test
  void aHeatMapIsAPictureWithAPixelAValue() throws IOException {
    List<List<Double>> values = List.of(List.of(2.0, 0.0, -2.0), List.of(NONE, 9.0, -1.0));
    String svg = svg(new Chart.Heat("t", "step", List.of("unit <3>", "unit 4"), values, 2));
    Matcher png = Pattern.compile("base64,([^\"]+)\"").matcher(svg);
    assertThat(png.find()).isTrue();
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png.group(1))));

    assertThat(svg).contains("unit &lt;3&gt;", ">step</text>");
    assertThat(picture.getWidth()).isEqualTo(3);
    assertThat(picture.getRGB(0, 0)).isEqualTo(0xffeb4034);
    assertThat(picture.getRGB(1, 0)).isEqualTo(0xffffffff);
    assertThat(picture.getRGB(2, 0)).isEqualTo(0xff2676e6);
    assertThat(picture.getRGB(0, 1)).as("no number").isEqualTo(0xffffffff);
    assertThat(picture.getRGB(1, 1)).as("beyond the limit").isEqualTo(0xffeb4034);
    assertThat(svg(new Chart.Heat("t", "step", List.of(), List.of(), 1))).doesNotContain("<image");
  }

  @Test
  void moreLinesThanColoursBeginAnew() {
    List<Chart.Line> many = Collections.nCopies(14, new Chart.Line("a", List.of(1.0)));
    String svg = svg(new Chart.Lines("t", List.of("a"), many, List.of(), List.of()));
    assertThat(svg).contains("colour12").doesNotContain("colour13");
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
    Chart.Cloud cloud = new Chart.Cloud("c", List.of(1.5), List.of(NONE));
    List<Chart> charts =
        List.of(
            lines(List.of(1.5, NONE)),
            logarithmic(List.of(1.5, NONE)),
            new Chart.Points("t", "x", "y", List.of(cloud), true),
            new Chart.Paths("t", "x", "y", List.of(cloud)),
            new Chart.Heat("t", "step", List.of("unit"), List.of(List.of(0.5)), 1));
    for (Chart chart : charts) {
      String json = Json.MAPPER.writerFor(Chart.class).writeValueAsString(chart);
      assertThat(json).contains("\"kind\":\"");
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
