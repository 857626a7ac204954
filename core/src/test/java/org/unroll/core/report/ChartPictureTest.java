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
import org.assertj.core.data.Offset;
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
    return plain.byFactors();
  }

  @Test
  void onALogarithmicAxisEqualFactorsAreEqualWays() {
    assertThat(svg(logarithmic(List.of(1.0, 1e-3, 1e-6))))
        .containsPattern("<title>1: 0\\.00100</title>")
        .contains(">1</text>", ">1e-6</text>")
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
  void placesHaveNamesAndFactorsEqualWays() {
    Chart.Cloud cloud = new Chart.Cloud("c", List.of(0.0, 1.0), List.of(1.0, 2.0));
    Chart.Points plain = new Chart.Points("t", "x", "y", List.of(cloud));
    String named = svg(plain.at(List.of("gru", "lstm")));
    assertThat(named)
        .contains(
            "x=\"170.5\" y=\"222.0\">gru<", "x=\"395.5\" y=\"222.0\">lstm<", "M170.5 ", "M395.5 ");
    Chart.Cloud rates =
        new Chart.Cloud("c", List.of(0.0, 0.001, 0.01, 0.1), List.of(1.0, 1.0, 1.0, 1.0));
    String factors = svg(new Chart.Points("t", "x", "y", List.of(rates)).byFactors());
    assertThat(factors).contains("M283.0 ").doesNotContain("NaN", "Infinity");
    assertThat(factors.split("h0")).as("0 has no place").hasSize(4);
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

  private static Chart.Bars bars(double... values) {
    List<Chart.Bar> bars = new java.util.ArrayList<>();
    for (double value : values) {
      bars.add(new Chart.Bar("b" + bars.size(), value));
    }
    return new Chart.Bars("t", "group", "mae", bars);
  }

  @Test
  void negativeBarsHangFromZeroAndWhereThereIsNoneThereIsADash() {
    String svg = svg(bars(1, -1, NONE));
    Matcher bar =
        Pattern.compile("class=\"bar[^>]+ y=\"([^\"]+)\"[^>]+height=\"([^\"]+)\"").matcher(svg);
    assertThat(bar.find()).isTrue();
    double foot = Double.parseDouble(bar.group(1)) + Double.parseDouble(bar.group(2));
    assertThat(bar.find()).isTrue();
    assertThat(Double.parseDouble(bar.group(1))).isCloseTo(foot, Offset.offset(0.11));
    assertThat(Double.parseDouble(bar.group(2))).isGreaterThan(50);
    assertThat(bar.find()).as("a bar of what there is none").isFalse();
    assertThat(svg).contains(">–</text>", ">-1.0</text>", ">group</text>").doesNotContain("NaN\"");
    assertThat(svg(bars(-1, -2))).contains(">0.0</text>").doesNotContain(">1.0</text>");
  }

  @Test
  void markedBarsAreToldInTheLegend() {
    List<Chart.Bar> bars = List.of(new Chart.Bar("1", 1, false), new Chart.Bar("2", 1, true));
    assertThat(svg(new Chart.Bars("t", "share", bars, "step", "reached")))
        .containsOnlyOnce("bar colour2")
        .containsOnlyOnce("bar colour1")
        .contains("<i class=\"share colour2\"></i>reached");
  }

  @Test
  void axesAreNamedAndLevelsPointedOut() {
    Chart chart =
        lines(List.of(1.0, 0.5))
            .named("steps back", "size")
            .with(List.of(new Chart.Level("1 %", 0.01)))
            .byFactors();
    assertThat(svg(chart))
        .contains(">steps back</text>", ">size</text>", ">1 %</text>", "class=\"level\"")
        .contains("<title>steps back 0: 1.00</title>")
        .containsOnlyOnce("<i class=\"line");
  }

  @Test
  void numbersLieAtTheirPlaces() {
    Chart.Line line = new Chart.Line("a", List.of(1.0, 1.0, 1.0));
    String svg = svg(new Chart.Lines("t", List.of("0", "100", "400"), List.of(line)));
    assertThat(svg).contains("d=\"M58.0 114.0L170.5 114.0L508.0 114.0\"");
    assertThat(svg(new Chart.Lines("t", List.of("a", "b", "c"), List.of(line))))
        .contains("d=\"M58.0 114.0L283.0 114.0L508.0 114.0\"");
  }

  @Test
  void paleLinesLieBelowAndDashedOnesOverTheOthers() {
    List<Double> values = List.of(1.0, 2.0);
    Chart.Line net = new Chart.Line("net", values);
    Chart.Line guess = new Chart.Line("guess", values, Chart.Stroke.DASHED);
    Chart.Line truth = new Chart.Line("truth", values, Chart.Stroke.PALE);
    assertThat(svg(new Chart.Lines("t", List.of("0", "1"), List.of(guess, net, truth))))
        .containsSubsequence(
            "path class=\"line pale colour2",
            "path class=\"line colour1",
            "path class=\"line dashed dash0 colour0",
            ">guess",
            ">net",
            ">truth");
  }

  @Test
  void faintLinesAreNamedUnderTheMouseAlone() {
    Chart.Line one = new Chart.Line("one of many", List.of(1.0, 2.0), Chart.Stroke.FAINT);
    Chart.Line dot = new Chart.Line("early", List.of(3.0, NONE), Chart.Stroke.FAINT);
    String svg = svg(new Chart.Lines("t", List.of("1", "2"), List.of(one, dot)));
    assertThat(svg)
        .contains(
            "line faint colour0",
            "<circle class=\"faint\"",
            "<title>one of many, 2: 2.0000</title>")
        .doesNotContain(">one of many<", ">early<");
  }

  private static final Chart.Plane PLANE =
      new Chart.Plane(0, 1, 0, 1, List.of(List.of(1.0, 1e-9), List.of(0.1, 0.0)));

  @Test
  void waysOverASurfaceEndAtItsEdgeWithAnArrow() {
    Chart.Cloud inside = new Chart.Cloud("in", List.of(0.5, 0.75), List.of(0.5, 0.5));
    Chart.Cloud leaving = new Chart.Cloud("out", List.of(0.5, 2.5, NONE), List.of(0.5, 0.5, 1.0));
    String svg = svg(new Chart.Surface("t", "w", "b", "loss", PLANE, List.of(inside, leaving)));
    assertThat(svg)
        .containsPattern("line over colour1\" d=\"M283.0 174.0L395.5 174.0\"")
        .containsPattern("line over colour2\" d=\"M283.0 174.0L508.0 174.0\"")
        .containsPattern("leaves colour1\" d=\"\"")
        .containsPattern("leaves colour2\" d=\"M508.0 174.0L[^\"]+Z\"")
        .contains(">w</text>", ">b</text>", ">start</text>", "in, step 1", "loss 0.00010 or less")
        .doesNotContain("out, step", "NaN");
  }

  @Test
  void aStretchIsCutAtARectangle() {
    AxisRange side = new AxisRange(0, 1);
    assertThat(new Stretch(-1, 0.5, 1, 0.5).within(side, side))
        .isEqualTo(new Stretch(0, 0.5, 1, 0.5));
    assertThat(new Stretch(0.5, 0.5, 0.5, 3).within(side, side))
        .isEqualTo(new Stretch(0.5, 0.5, 0.5, 1));
    assertThat(new Stretch(-1, 0.5, 0.5, 3).within(side, side).isNothing()).isTrue();
    assertThat(new Stretch(2, 0.5, 2, 0.7).within(side, side).isNothing()).isTrue();
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
            new Chart.Surface("t", "x", "y", "z", PLANE, List.of(cloud)),
            bars(1, NONE),
            new Chart.Lines(
                    "t",
                    List.of("a"),
                    List.of(new Chart.Line("l", List.of(1.0), Chart.Stroke.DASHED)))
                .named("x", "y")
                .with(List.of(new Chart.Level("1 %", 0.01))),
            new Chart.Heat("t", "step", List.of("unit"), List.of(List.of(0.5)), 1));
    for (Chart chart : charts) {
      String json = Json.MAPPER.writerFor(Chart.class).writeValueAsString(chart);
      assertThat(json).contains("\"kind\":\"");
      assertThat(Json.MAPPER.readValue(json, Chart.class)).isEqualTo(chart);
    }
  }

  @Test
  void chartsOfAnEarlierVersionAreRead() throws JsonProcessingException {
    String earlier =
        """
        {"kind": "lines", "title": "t", "steps": ["0"], "lines": [{"name": "truth", "values": [1.5]}],
         "bands": [], "marks": []}""";
    assertThat(Json.MAPPER.readValue(earlier, Chart.class)).isEqualTo(lines(List.of(1.5)));
    String bars =
        """
        {"kind": "bars", "title": "t", "up": "mae", "bars": [{"name": "Mon", "value": 2.0}]}""";
    assertThat(Json.MAPPER.readValue(bars, Chart.class))
        .isEqualTo(new Chart.Bars("t", "mae", List.of(new Chart.Bar("Mon", 2))));
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
