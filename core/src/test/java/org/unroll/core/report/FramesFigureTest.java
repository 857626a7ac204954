package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.unroll.core.app.FrameCurve;
import org.unroll.core.app.FramePicture;
import org.unroll.core.app.FrameSegment;
import org.unroll.core.app.Sample;

class FramesFigureTest {
  private static final List<String> CLASSES = List.of("turn", "rest");
  private static final List<FrameSegment> TRUTH =
      List.of(new FrameSegment("turn", 20), new FrameSegment("", 10), new FrameSegment("rest", 20));

  private static Sample.Frames classes(int epoch, List<FrameSegment> predicted) {
    List<FramePicture> pictures =
        epoch == 1 ? List.of(new FramePicture(25, "iVBORw0KGgo=")) : List.of();
    return new Sample.Frames(
        epoch, 0, "hall", 50, 25, CLASSES, TRUTH, predicted, List.of(), pictures);
  }

  private static Sample.Frames numbers(int epoch, List<Double> truth, List<Double> predicted) {
    FrameCurve angle = new FrameCurve("angle", 5, truth, predicted);
    return new Sample.Frames(
        epoch, 0, "road", 10, 10, List.of(), List.of(), List.of(), List.of(angle), List.of());
  }

  private static String picture(FramesFigure figure, Sample.Frames sample) {
    Html html = new Html();
    figure.addPicture(html, sample);
    return html.toString();
  }

  @Test
  void framesWithAClassAreCounted() {
    Sample.Frames first = classes(1, List.of(new FrameSegment("turn", 50)));
    Sample.Frames second =
        classes(2, List.of(new FrameSegment("turn", 18), new FrameSegment("rest", 32)));
    FramesFigure figure = new FramesFigure(List.of(first, second));
    assertThat(figure.bars())
        .containsExactly(
            new EpochBar("plain", "50 % right", 0.5), new EpochBar("plain", "95 % right", 0.95));
    assertThat(picture(figure, second))
        .contains(
            "aria-label=\"truth: turn to 0.80 s, none to 1.20 s, rest to 2.00 s\"",
            "aria-label=\"wrong: 2 of 50 frames\"",
            "<svg x=\"36.000%\" width=\"4.000%\" height=\"100%\"><title>wrong, 0.72 s to 0.80 s"
                + " (frames 18 to 19)</title>",
            "<i class=\"share colour1\"></i>turn");
  }

  @Test
  void picturesOfOneEpochServeAll() {
    Sample.Frames first = classes(1, TRUTH);
    Sample.Frames second = classes(2, TRUTH);
    assertThat(picture(new FramesFigure(List.of(first, second)), second))
        .contains("alt=\"frame 25, at 1.00 s\"", "src=\"data:image/png;base64,iVBORw0KGgo=\"");
    assertThat(picture(new FramesFigure(List.of(second)), second)).doesNotContain("<img");
  }

  @Test
  void aNameIsWrittenWhereThereIsRoom() {
    List<FrameSegment> pieces =
        List.of(
            new FrameSegment("turn", 40), new FrameSegment("rest", 6), new FrameSegment("grow", 4));
    Sample.Frames sample = classes(1, pieces);
    assertThat(new FrameTimeline(sample).bar("output", pieces))
        .contains(
            "<text class=\"\" x=\"50%\" y=\"50%\">turn<", "\"tight\" x=\"50%\" y=\"50%\">rest<")
        .doesNotContain(">grow<");
  }

  @Test
  void classesBeyondTheColoursShareOne() {
    List<String> many = IntStream.range(0, 14).mapToObj(i -> "c" + i).toList();
    List<FrameSegment> last = List.of(new FrameSegment("c13", 50));
    Sample.Frames sample =
        new Sample.Frames(1, 0, "", 50, 25, many, last, last, List.of(), List.of());
    assertThat(picture(new FramesFigure(List.of(sample)), sample))
        .contains("rect class=\"colour0\"", "colour12", "other classes")
        .doesNotContain("colour13", "</i>c13");
  }

  @Test
  void aLongRecordingIsNotReadOutToTheEnd() {
    List<String> flicker = IntStream.range(0, 50).mapToObj(i -> CLASSES.get(i % 2)).toList();
    Sample.Frames sample = classes(1, FrameSegment.of(flicker));
    assertThat(new FrameTimeline(sample).bar("output", sample.predicted()))
        .contains("turn to 0.92 s, rest to 0.96 s, and so on, 50 segments\"")
        .doesNotContain("to 1.00 s,");
  }

  @Test
  void numbersAreLinesOfOneScale() {
    Sample.Frames first = numbers(1, List.of(0.0, 2.0), List.of(400.0, 2.0));
    Sample.Frames second = numbers(2, List.of(0.0, Double.NaN), List.of(50.0, 2.0));
    FramesFigure figure = new FramesFigure(List.of(first, second));
    assertThat(figure.bars())
        .containsExactly(
            new EpochBar("plain", "mae 200.00", 1), new EpochBar("plain", "mae 50.00", 0.25));
    assertThat(picture(figure, second))
        .contains("aria-label=\"angle of epoch 2 beside the truth\"", ">400</text>", ">0.50 s<")
        .doesNotContain("timeline", "NaN");
    assertThat(figure.columns()).isEmpty();
  }

  @Test
  void segmentsAreAsFewAsCanBe() {
    assertThat(FrameSegment.of(List.of("a", "a", "", "b", "a")))
        .extracting(FrameSegment::label, FrameSegment::frames)
        .hasToString("[(\"a\", 2), (\"\", 1), (\"b\", 1), (\"a\", 1)]");
    assertThat(FrameSegment.of(List.of())).isEmpty();
  }

  @Test
  void segmentsMustCoverTheFrames() {
    assertThatThrownBy(() -> classes(1, List.of(new FrameSegment("turn", 49))))
        .hasMessage("49 of 50 frames have a class");
    assertThatThrownBy(() -> numbers(1, Collections.nCopies(2, 1.0), List.of()))
        .hasMessage("2 and 0 values, every 5 frames");
  }
}
