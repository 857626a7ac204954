package org.unroll.datasets.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.app.Hints;
import org.unroll.datasets.image.PictureLook;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.TableSketch;
import org.unroll.datasets.video.FootageLook;

class FrameGuessTest {
  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Sixty rows, six recordings of three people. */
  private FrameGuess guess(String header, String row, Hints hints) throws IOException {
    StringBuilder rows = new StringBuilder(header).append('\n');
    for (int i = 0; i < 60; i++) {
      String recording = "r" + i / 10;
      String person = "p" + i / 20;
      rows.append(
          row.formatted(i, recording, person, i % 10 / 25.0, i % 3 - 0.5, i % 10 < 5 ? 1 : 2));
      rows.append('\n');
    }
    TableSketch table = TableSketch.of(List.of(write("frames.csv", rows.toString())));
    return FrameGuess.of(table, false, hints);
  }

  private static final String ROW = "%1$d,%2$s,%3$s,%4$s,%5$s,c%6$d";

  @Test
  void rolesAreToldByNamesAndByWhatColumnsHold() throws IOException {
    FrameGuess found = guess("id,trial,user,time,ax,activity", ROW, Hints.NONE);

    assertThat(found.columns())
        .isEqualTo(Map.of("video", "trial", "label", "activity", "features", List.of("ax")));
    assertThat(found.person().map(ColumnSketch::name)).contains("user");
    assertThat(found.rate()).hasValue(25);
    assertThat(found.doubts()).isEmpty();
  }

  @Test
  void withoutAHeaderColumnsAreNamedByWhatTheyHold() throws IOException {
    String rows = "%2$s,%5$s,c%6$d";
    FrameGuess found = guess(rows.formatted(0, "r0", "", 0.0, 1.5, 1), rows, Hints.NONE);

    assertThat(found.names().header()).contains(List.of("video", "x2", "label"));
    assertThat(found.columns()).isEmpty();
  }

  @Test
  void numbersArePredictedAndClassesThatAreNumbersAreDoubted() throws IOException {
    Hints targets = new Hints(Map.of("targets", List.of("time")));
    FrameGuess numbers = guess("id,trial,user,time,ax,activity", ROW, targets);
    assertThat(numbers.label()).isEmpty();
    assertThat(numbers.columns()).containsEntry("targets", List.of("time"));

    FrameGuess codes = guess("trial,ax,code", "%2$s,%5$s,%6$d", Hints.NONE);
    assertThat(codes.columns()).containsEntry("label", "code");
    assertThat(codes.doubts()).hasSize(1);
  }

  @Test
  void withoutLabelsOrFeaturesItIsSaid() {
    assertThatThrownBy(() -> guess("trial,ax", "%2$s,%1$d.5", Hints.NONE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no column looks like a label of each frame");
    assertThatThrownBy(() -> guess("trial,activity", "%2$s,c%6$d", Hints.NONE))
        .hasMessageContaining("no column of numbers is left");
  }

  private LabelGuess labels(String text) throws IOException {
    FootageLook tenSeconds = new FootageLook(new PictureLook(64, 48), 25, 250);
    return LabelGuess.of(List.of(write("a.csv", text)), List.of(tenSeconds), Hints.NONE);
  }

  @Test
  void segmentsAreInFramesOrSeconds() throws IOException {
    assertThat(labels("start,end,label\n0,99,a\n100,249,b\n").columns()).isEmpty();
    assertThat(labels("from,to,class\n1,99,a\n100,250,b\n").columns())
        .isEqualTo(Map.of("start", "from", "end", "to", "label", "class", "first-frame", 1));
    assertThat(labels("start,end,label\n0.5,2.25,a\n").columns())
        .isEqualTo(Map.of("unit", "seconds"));
    LabelGuess whole = labels("start,end,label\n0,2,a\n2,10,b\n");
    assertThat(whole.columns()).isEqualTo(Map.of("unit", "seconds"));
    assertThat(whole.doubts()).hasSize(1);
  }

  @Test
  void framesAreNumberedOrInTurn() throws IOException {
    LabelGuess numbered = labels("frame,label\n1,a\n2,a\n3,b\n4,\n5,b\n6,b\n");
    assertThat(numbered.form()).isEqualTo("frame by frame");
    assertThat(numbered.columns()).isEqualTo(Map.of("first-frame", 1));
    LabelGuess inTurn = labels("walk\nwalk\nsit\n");
    assertThat(inTurn.form()).isEqualTo("a row a frame");
    assertThat(inTurn.names().header()).contains(List.of("label"));
  }
}
