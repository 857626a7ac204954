package org.unroll.datasets.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unroll.datasets.recording.Reading.classes;
import static org.unroll.datasets.recording.Reading.numbers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;

/** Label files of a video of six frames, ten a second. */
class LabelFileTest {
  private static final String SECONDS = "columns: {unit: seconds}";
  private static final String STEERING = "columns: {targets: [steering]}";

  @TempDir private Path folder;

  private Recording read(String labels, String settings) throws IOException {
    Files.writeString(folder.resolve("walk.mp4"), "abcdef");
    Files.writeString(folder.resolve("walk.csv"), labels);
    return new Reading("source: videos/, split: {}, " + settings)
        .sources()
        .labelled(folder.resolve("walk.mp4"))
        .get(0);
  }

  @Test
  void segmentsHaveFirstAndLastFrameAndGapsAreUnlabelled() throws IOException {
    String labels = "start,end,label\n3,4,run\n0,1,walk\n";
    assertThat(classes(read(labels, "rate: 25"))).isEqualTo("walk walk - run run -");
    assertThat(classes(read(labels, "background: rest"))).isEqualTo("walk walk rest run run rest");
    assertThat(classes(read("start,end,label\n", "background: rest")))
        .isEqualTo("rest rest rest rest rest rest");
  }

  /** Its row counts: the labels after it are those of later frames. */
  @Test
  void aRowOfEmptyCellsIsAFrameWithoutALabel() throws IOException {
    String labels = "label,comment\nwalk,x\n,\nrun,y\nrun,\n,\n,\n";
    assertThat(classes(read(labels, "rate: 25"))).isEqualTo("walk - run run - -");
  }

  @Test
  void aFrameBetweenTwoSegmentsIsOfTheLatter() throws IOException {
    assertThat(classes(read("start,end,label\n0,2,walk\n2,5,run\n", "rate: 25")))
        .isEqualTo("walk walk run run run run");
  }

  @Test
  void secondsEndBeforeTheirEnd() throws IOException {
    assertThat(classes(read("start,end,label\n0,0.2,walk\n0.3,0.6,run\n", SECONDS)))
        .isEqualTo("walk walk - run run run");
    assertThat(classes(read("start,end,label\n0.3,1.05,run\n", SECONDS)))
        .isEqualTo("- - - run run run");
  }

  /** A third of a tenth has no end. */
  @Test
  void secondsMayBeRoundedToThreeDigits() {
    FrameNumbers frames = FrameNumbers.counted(0, 90, 30);
    for (int border = 1; border < 90; border++) {
      double seconds = Math.round(1000 * border / 30.0) / 1000.0;
      LabelValue late = LabelValue.ofClass("late");
      List<LabelRow> rows = List.of(new LabelRow(seconds, 3, late, new Origin("x.csv", 2)));
      List<LabelValue> values =
          new Segments(FrameColumns.Unit.SECONDS, frames, "x")
              .values(rows, LabelValue.ofClass("early"));
      assertThat(values.indexOf(late)).isEqualTo(border);
    }
  }

  @Test
  void framesAreNumberedOrInTurn() throws IOException {
    String numbered = "frame,label\n0,a\n1,\n2,b\n3,b\n4,b\n5,c\n";
    assertThat(classes(read(numbered, "rate: 25"))).isEqualTo("a - b b b c");
    assertThat(classes(read("label\na\na\na\nb\nb\nb\n", "rate: 25"))).isEqualTo("a a a b b b");
    String fromOne = "start,end,label\n1,6,a\n";
    assertThat(classes(read(fromOne, "columns: {first-frame: 1}"))).isEqualTo("a a a a a a");
  }

  @Test
  void targetsAreNumbersAndMayBeAveraged() throws IOException {
    String labels = "frame,steering,speed\n0,0,9\n1,3,9\n2,6,9\n3,,9\n4,1,9\n5,1,9\n";
    assertThat(numbers(read(labels, STEERING)))
        .isEqualTo(new double[][] {{0}, {3}, {6}, {Double.NaN}, {1}, {1}});
    assertThat(numbers(read(labels, STEERING + ", targets-window: 3")))
        .isEqualTo(new double[][] {{1.5}, {3}, {4.5}, {Double.NaN}, {1}, {1}});
    assertThat(numbers(read("start,end,steering\n0,1,-0.5\n2,4,1\n", STEERING)))
        .isEqualTo(new double[][] {{-0.5}, {-0.5}, {1}, {1}, {1}, {Double.NaN}});
  }

  @Test
  void targetsMayBecomeClasses() throws IOException {
    String labels = "frame,steering\n0,-0.1\n1,-0.05\n2,0.0499\n3,0.05\n4,\n5,9\n";
    String bands = ", classes: {thresholds: [-0.05, 0.05], names: [left, straight, right]}";
    assertThat(classes(read(labels, STEERING + bands)))
        .isEqualTo("left straight straight right - right");
    assertThat(classes(read(labels, STEERING + bands + ", background: parked")))
        .isEqualTo("left straight straight right parked right");
    String two = "steering,speed\n" + "0,1\n".repeat(6);
    assertThatThrownBy(() -> read(two, "columns: {targets: [steering, speed]}" + bands))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("data.classes", "steering, speed", "one column");
  }

  @Test
  void labelsCountTheFramesOfTheFileNotThoseDrawn() throws IOException {
    Files.writeString(folder.resolve("slow.mp4"), "abcdef");
    Files.writeString(folder.resolve("slow.csv"), "start,end,label\n0,2,walk\n3,5,run\n");
    RecordingSources sources = new Reading("source: videos/, split: {}").sources();
    Recording drawn = sources.labelled(folder.resolve("slow.mp4")).get(0);
    assertThat(Reading.pixels(drawn)).isEqualTo("ace");
    assertThat(classes(drawn)).isEqualTo("walk walk run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start,end,label;0,1,a;4,6,b|:3: the segment 4 to 6 is past the end",
        "start,end,label;0,60,a|:2: the segment 0 to 60 is past the end",
        "start,end,label;-1,2,a|:2: the segment -1 to 2 starts before",
        "start,end,label;3,5,a;0,4,b|:2: the segment 3 to 5 overlaps 0 to 4 of line 3",
        "start,end,label;3,5,a;3,3,b|overlaps",
        "start,end,label;4,2,a|:2: the segment 4 to 2 ends before it starts",
        "start,end,label;0,1.5,a|:2: '1.5' in column \"end\" is no number of a frame; for seconds",
        "start,end,label;0,,a|:2: '' in column \"end\" is no number of a frame",
        "start,end,label;0,1|:2: 2 cells, the header has 3",
        "frame,label;0,a;1,a;3,b;4,b;5,b|:4: frame 3 where frame 2 should be",
        "frame,label;0,a;1,a;1,b|:4: frame 1 where frame 2 should be",
        "frame,label;1,a;2,a|:2: frame 1 where frame 0 should be",
        "frame,label;0,a;1,a|labels for the first 2 frames only",
        "label;a;a;a;a;a;a;a|:8: a label past the end",
        "label;a;a;;;a;a|labels for the first 4 frames only",
        "start,label;0,a|:1: expected start,end,",
        "begin,end,label;0,1,a|:1: expected start,end,",
        "start,end,class;0,1,a|:1: there is no column \"label\"; found: start, end, class.",
      })
  void whatIsNoLabelOfTheVideoIsToldWithItsLine(String labels, String message) {
    assertThatThrownBy(() -> read(labels.replace(';', '\n') + "\n", "rate: 25"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(folder.resolve("walk.csv").toString())
        .hasMessageContaining(message);
  }

  @Test
  void secondsPastTheEndAndWordsForNumbersAreToldToo() {
    assertThatThrownBy(() -> read("start,end,label\n0.3,1.2,run\n", SECONDS))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("walk.csv:2: the segment 0.3 to 1.2 s is past the end of ")
        .hasMessageContaining("walk.mp4, which has 0.6 s");
    assertThatThrownBy(() -> read("steering\n1\nleft\n", STEERING))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("walk.csv:3: 'left' in column 'steering' is no number");
  }

  @Test
  void aMissingLabelFileIsTold() throws IOException {
    Path video = Files.writeString(folder.resolve("run.mp4"), "abc");
    RecordingSources sources = new Reading("source: videos/, split: {}").sources();
    assertThatThrownBy(() -> sources.labelled(video))
        .isInstanceOf(UserError.class)
        .hasMessage(video + ": no labels; expected run.csv beside it, or labels/run.csv");
    assertThat(sources.unlabelled(video).get(0).labels()).isEmpty();
  }
}
