package org.unroll.datasets.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unroll.datasets.recording.Reading.classes;
import static org.unroll.datasets.recording.Reading.features;
import static org.unroll.datasets.recording.Reading.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.datasets.catalog.Catalog;
import org.unroll.datasets.video.FeatureFrames;

/** Readers of the catalogue's data sets, on files like theirs. */
class CataloguedRecordingsTest {
  private static final List<String> VIDEOS = List.of("a1", "a2", "a3", "b1", "b3", "c1", "c3");

  @TempDir private Path folder;

  private static FrameFiles files(String settings) {
    return new Reading("source: sample" + settings).files();
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void allStandInTheCatalogue() {
    for (CataloguedRecordings set : CataloguedRecordings.values()) {
      assertThat(Catalog.bundled().contains(set.key())).as(set.key()).isTrue();
    }
  }

  /** Raw row r has the numbers 100 r + column; va3 row v has 1000 + 100 v + column. */
  private void writeGestures() throws IOException {
    for (String video : VIDEOS) {
      StringBuilder raw =
          new StringBuilder(
              "lhx,lhy,lhz,rhx,rhy,rhz,hx,hy,hz,sx,sy,sz,lwx,lwy,lwz,rwx,rwy,rwz,timestamp,phase\n");
      for (int row = 0; row < 7; row++) {
        raw.append(numbers(100 * row, 19)).append(",Preparação\n");
      }
      write(video + "_raw.csv", raw.toString());
      StringBuilder moves = new StringBuilder();
      moves.append(numbers(1, 32)).append(",Phase\n");
      List.of("D", "R", "P")
          .forEach(each -> moves.append(numbers(1000, 32)).append("," + each + "\n"));
      write(video + "_va3.csv", moves.toString());
    }
  }

  private static String numbers(int first, int count) {
    return String.join(
        ",", Stream.iterate(first, each -> each + 1).limit(count).map(String::valueOf).toList());
  }

  @Test
  void gesturesPairRowsFourApartAndKnowTheirLetters() throws IOException {
    writeGestures();
    List<Recording> all =
        new GesturePhase(folder, files(", features: {relative-to: spine}")).read();
    assertThat(names(all)).isEqualTo(VIDEOS);
    assertThat(all.get(3).about()).isEqualTo(Map.of("user", "b", "story", "1"));
    assertThat(classes(all.get(0))).isEqualTo("Rest Retraction Preparation");
    FeatureFrames frames = features(all.get(0));
    assertThat(frames.names()).hasSize(15 + 32).contains("left-hand-x", "velocity-x-left-hand");
    assertThat(frames.names()).doesNotContain("spine-x");
    // left hand less spine is columns 0 less 9 of raw row 4; then come those of va3
    assertThat(frames.rows()[0][0]).isEqualTo(-9);
    assertThat(frames.rows()[0][15]).isEqualTo(1000);
    assertThat(features(new GesturePhase(folder, files("")).read().get(0)).rows()[1][0])
        .isEqualTo(500);

    write("c3_va3.csv", numbers(1, 32) + ",Phase\n");
    assertThatThrownBy(() -> new GesturePhase(folder, files("")).read())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("c3_raw.csv: 7 rows for 0 of va3");
  }

  private static String skeleton(int frame, double first) {
    StringBuilder row = new StringBuilder(frame + "   " + first);
    for (int i = 1; i < 60; i++) {
      row.append("  ").append(i);
    }
    return row + "  \n";
  }

  @Test
  void skeletonsAreLabelledByNumberAndDropRepeatedRows() throws IOException {
    String rows =
        skeleton(150, 1)
            + skeleton(154, 2)
            + skeleton(154, 9)
            + skeleton(160, 5)
            + skeleton(168, 3);
    write("joints/joints_s01_e02.txt", rows);
    write("joints/joints_s02_e01.txt", rows);
    String actions =
        """
        s01_e02
        walk: 154 156
        sitDown: 160 168
        s02_e01
        carry:  NaN NaN
        walk: 150 160\s
        sitDown: 160 164
        """;
    write("joints/actionLabel_modified.txt", actions);
    List<Recording> all = new Utkinect(folder, files(", features: {velocities: true}")).read();
    assertThat(names(all)).containsExactly("s01_e02", "s02_e01");
    assertThat(all.get(1).about()).isEqualTo(Map.of("subject", "s02", "take", "e01"));
    assertThat(all)
        .extracting(Reading::classes)
        .containsExactly("background walk sitDown sitDown", "walk walk sitDown background");
    FeatureFrames frames = features(all.get(0));
    assertThat(frames.names()).hasSize(120).contains("hip-center-x", "velocity foot-right-z");
    assertThat(List.of(frames.rows())).extracting(row -> row[0]).containsExactly(1f, 2f, 5f, 3f);
    assertThat(List.of(frames.rows()))
        .extracting(row -> row[60])
        .containsExactly(0f, 0.25f, 0.5f, -0.25f);
  }

  /** The publisher's archive has a folder more, and his labels a typing error here. */
  @Test
  void theOriginalLayoutOfSkeletonsIsReadToo() throws IOException {
    write(
        "joints/joints/joints_s01_e02.txt", skeleton(154, 1) + skeleton(260, 2) + skeleton(270, 2));
    write("actionLabel.txt", "s01_e02\nwalk: 154 192\n");
    assertThat(classes(new Utkinect(folder, files("")).read().get(0))).isEqualTo("walk walk walk");
    write("actionLabel.txt", "s01_e02\nwalk: from 154 to 192\n");
    assertThatThrownBy(() -> new Utkinect(folder, files("")).read())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("actionLabel.txt:2: expected such as walk: 252 390");
  }

  @Test
  void theDriveFindsItsPicturesAndTargets() throws IOException {
    write("IMG/center_1.jpg", "1");
    write("IMG/center_2.jpg", "2");
    write(
        "driving_log.csv",
        """
        C:\\me\\IMG\\center_1.jpg,C:\\me\\IMG\\left_1.jpg,C:\\me\\IMG\\right_1.jpg,-0.25,1,0,30.5
        C:\\me\\IMG\\center_2.jpg,C:\\me\\IMG\\left_2.jpg,C:\\me\\IMG\\right_2.jpg,0.5,1,0,30
        """);
    Recording track = new UdacitySim(folder, files("")).read();
    assertThat(Reading.pixels(track)).isEqualTo("12");
    assertThat(Reading.numbers(track)).isEqualTo(new double[][] {{-0.25}, {0.5}});
    Recording speed = new UdacitySim(folder, files(", columns: {targets: [speed]}")).read();
    assertThat(Reading.numbers(speed)).isEqualTo(new double[][] {{30.5}, {30}});
    Files.delete(folder.resolve("IMG/center_2.jpg"));
    assertThatThrownBy(() -> new UdacitySim(folder, files("")).read())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("driving_log.csv:2: there is no 'center_2.jpg'");
  }
}
