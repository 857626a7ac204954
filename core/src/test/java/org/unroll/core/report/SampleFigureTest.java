package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.app.Alignment;
import org.unroll.core.app.FrameCurve;
import org.unroll.core.app.FramePicture;
import org.unroll.core.app.FrameSegment;
import org.unroll.core.app.RegionAttention;
import org.unroll.core.app.Sample;
import org.unroll.core.app.UnitTrace;
import org.unroll.core.app.WeighedWord;

class SampleFigureTest {
  private static final String EVIL = "<b>\"'&";

  @TempDir Path run;

  private String drawn(Map<Integer, Integer> chosen, Sample... samples) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Sample sample : samples) {
      lines.add(Json.MAPPER.writeValueAsString(sample));
    }
    Files.write(run.resolve("samples.jsonl"), lines);
    return RunFigures.read(run).samples(chosen);
  }

  private static Sample.Text text(int epoch, double share) {
    String predicted = share > 0.5 ? "good" : "bad";
    return new Sample.Text(
        epoch, 3, "a film", "good", predicted, Map.of("good", share, "bad", 1 - share));
  }

  private static Sample.Series series(int epoch, double forecast) {
    List<String> times = List.of("2024-03-01T00:00", "2024-03-01T01:00");
    return new Sample.Series(
        epoch, 0, "", times, List.of(5.0), List.of(6.0), Map.of("0.5", List.of(forecast)));
  }

  @Test
  void everyKindOfSampleHasItsFigure() {
    assertThat(SampleFigure.KINDS)
        .extracting(kind -> (Object) kind.sample())
        .containsExactlyInAnyOrder((Object[]) Sample.class.getPermittedSubclasses());
  }

  @Test
  void theLastEpochIsDrawnUnlessAnotherIsChosen() throws IOException {
    Sample[] epochs = {text(1, 0.2), text(2, 0.9)};
    assertThat(drawn(Map.of(), epochs))
        .contains("Example 4", "✓ right", "<span>epoch 2: good 90 %</span>", "id=\"epoch-3-1\"");
    assertThat(drawn(Map.of(3, 1), epochs))
        .contains("✗ wrong", "<span>epoch 1: bad 80 %</span>")
        .containsOnlyOnce("aria-pressed=\"true\"");
    assertThat(drawn(Map.of(3, 7), epochs)).as("no such epoch").contains("✓ right");
  }

  @Test
  void anEpochThatWasRepeatedAfterAResumeCountsOnce() throws IOException {
    assertThat(drawn(Map.of(), text(1, 0.2), text(1, 0.9)))
        .containsOnlyOnce("<button")
        .contains("good 90 %");
  }

  @Test
  void barsAreAsHighAsTheGreatestErrorAndScalesHold() throws IOException {
    String drawn = drawn(Map.of(), series(1, 106), series(2, 31));
    assertThat(drawn).contains("height=\"100\"", "height=\"25\"", "epoch 2: mae 25.00");
    assertThat(drawn).as("the axis of epoch 1").contains(">100</text>");
  }

  @Test
  void whatIsNoNumberIsDrawnAsNothing() throws IOException {
    assertThat(drawn(Map.of(), series(1, Double.NaN))).contains("mae –").doesNotContain("NaN");
    List<List<Double>> weights = List.of(List.of(Double.NaN));
    Alignment alignment = new Alignment(List.of("a"), List.of("b"), weights);
    assertThat(drawn(Map.of(), new Sample.Pair(1, 0, "", "b", "", alignment)))
        .contains("epoch 1: chrf 0.0000")
        .doesNotContain("NaN");
  }

  @Test
  void onlyTheLikeliestOfManyClassesGetAColour() throws IOException {
    Map<String, Double> many = new java.util.TreeMap<>();
    for (int i = 10; i < 30; i++) {
      many.put("c" + i, i / 1000.0);
    }
    assertThat(drawn(Map.of(), new Sample.Text(1, 0, "t", "c10", "c29", many)))
        .contains("<u>c10</u>", "colour8", ">c29</span>", ">c23</span>")
        .doesNotContain("colour9", ">c22</span>");
  }

  @Test
  void eachLabelHasABarAndThoseInTheDataAreUnderlined() throws IOException {
    List<String> truth = List.of("crime", "drama");
    Map<String, Double> first = Map.of("comedy", 0.7, "crime", 0.2, "drama", 0.6);
    Map<String, Double> second = Map.of("comedy", 0.1, "crime", 0.8, "drama", 0.9);
    Sample.Labels early = new Sample.Labels(1, 0, "t", truth, List.of("comedy", "drama"), first);
    Sample.Labels late = new Sample.Labels(2, 0, "t", truth, List.of("drama", "crime"), second);
    assertThat(drawn(Map.of(), early, late))
        .contains("✓ right", "<u>crime</u>", "<u>drama</u>", "<span>comedy</span>", "80 %")
        .contains("epoch 2: drama, crime", "height=\"50\"", "height=\"100\"");
    assertThat(drawn(Map.of(0, 1), early, late)).contains("✗ wrong", "70 %");
    assertThat(drawn(Map.of(), new Sample.Labels(1, 0, "t", List.of(), List.of(), Map.of())))
        .contains("✓ right", "<b>none</b>");
  }

  @Test
  void wordsHaveTheColourOfWhatTheAnswerOwesToThem() throws IOException {
    List<WeighedWord> words =
        List.of(
            new WeighedWord("Not", -0.2),
            new WeighedWord("bad", 0.4),
            new WeighedWord("gone", 0.4),
            new WeighedWord("!", 0));
    Sample.Text text =
        new Sample.Text(1, 0, "Not bad <b>!", "bad", "bad", Map.of("bad", 0.9), words);
    assertThat(drawn(Map.of(), text))
        .containsSubsequence(
            "<span class=\"below3\" title=\"without it the probability of bad is 0.200 higher\">Not<",
            " <span class=\"above6\"",
            "0.400 lower\">bad</span> &lt;b&gt;!</p>",
            "the answer bad")
        .doesNotContain("gone");
    Sample.Text unsure =
        new Sample.Text(
            1, 0, "so", "a", "a", Map.of("a", 0.9), List.of(new WeighedWord("so", 0.01)));
    assertThat(drawn(Map.of(), unsure))
        .as("no strong colour for next to nothing")
        .contains("above1");
  }

  /** As they were written before words were weighed. */
  @Test
  void aLineWithoutWordsIsRead() throws IOException {
    String line =
        "{\"kind\":\"text\",\"epoch\":1,\"example\":0,\"text\":\"a film\",\"truth\":\"good\",\"predicted\":\"good\",\"probabilities\":{\"good\":0.9}}";
    Files.writeString(run.resolve("samples.jsonl"), line + "\n");
    assertThat(RunFigures.read(run).samples(Map.of()))
        .contains("<p class=\"text\">a film</p>")
        .doesNotContain("weighed");
    assertThat(Json.MAPPER.writeValueAsString(text(1, 0.9))).doesNotContain("words");
  }

  @Test
  void aSliderChoosesAmongTheEpochsOfAll() throws IOException {
    drawn(Map.of(), text(1, 0.2));
    assertThat(RunFigures.read(run).epochSlider()).as("one epoch is no choice").isEmpty();
    drawn(Map.of(), text(1, 0.2), text(3, 0.9), series(5, 1));
    assertThat(RunFigures.read(run).epochSlider())
        .contains("<label for=\"epoch-of-all\">", "type=\"range\"", "min=\"1\" max=\"5\"");
    assertThat(RunFigures.read(run).samples(Map.of(3, 2)))
        .as("of an epoch without a sample the one before")
        .contains("<span>epoch 1: bad 80 %</span>");
  }

  @Test
  void textIsEscaped() throws IOException {
    Alignment alignment = new Alignment(List.of(EVIL), List.of(EVIL), List.of(List.of(1.0)));
    List<String> times = List.of(EVIL);
    String drawn =
        drawn(
            Map.of(),
            new Sample.Text(1, 0, EVIL, EVIL, EVIL, Map.of(EVIL, 1.0)),
            new Sample.Labels(1, 5, EVIL, List.of(EVIL), List.of(EVIL), Map.of(EVIL, Double.NaN)),
            new Sample.Pair(1, 1, EVIL, EVIL, EVIL, alignment),
            new Sample.Series(
                1, 2, EVIL, times, List.of(), List.of(1.0), Map.of("0.5", List.of(1.0))),
            new Sample.Frames(
                1,
                3,
                EVIL,
                100,
                25,
                List.of(EVIL),
                List.of(new FrameSegment(EVIL, 100)),
                List.of(new FrameSegment(EVIL, 100)),
                List.of(new FrameCurve(EVIL, 1, List.of(1.0), List.of(2.0))),
                List.of(new FramePicture(0, EVIL))),
            new Sample.Picture(
                1,
                4,
                EVIL,
                EVIL,
                List.of(EVIL),
                EVIL,
                true,
                1,
                new RegionAttention(1, 2, List.of(EVIL), List.of(List.of(0.2, 0.8)))),
            new Sample.Written(1, 6, 1, EVIL, EVIL),
            new Sample.Units(
                1, 7, List.of(EVIL), List.of(new UnitTrace(EVIL, 1, EVIL, 1, List.of(1.0)))));
    assertThat(drawn)
        .doesNotContain("<b>\"", "'&<")
        .contains("&lt;b&gt;&quot;&#39;&amp;")
        .doesNotContain("style=");
  }
}
