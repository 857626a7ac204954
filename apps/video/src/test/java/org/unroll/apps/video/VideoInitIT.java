package org.unroll.apps.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** A config is drafted from recordings, and trains. */
class VideoInitIT {
  @TempDir private Path folder;
  private Path config;

  @BeforeEach
  void place() {
    config = folder.resolve("mine.yaml");
  }

  private Unroll init(Object... files) {
    List<String> command = new ArrayList<>(List.of("video", "init", "--out", config.toString()));
    Arrays.stream(files).map(Object::toString).forEach(command::add);
    return Unroll.run(command.toArray(String[]::new));
  }

  private static void assertDone(Unroll done) {
    assertThat(done.exitCode()).as(done.out() + done.err()).isZero();
  }

  private void assertTrains(String... settings) {
    List<String> command =
        new ArrayList<>(List.of("video", "train", "-c", config.toString(), "--no-ui", "--test"));
    command.addAll(List.of("--run-dir", folder.resolve("run").toString()));
    for (String setting : settings) {
      command.addAll(List.of("-s", setting));
    }
    for (String setting : List.of("train.epochs=1", "threads=1", "baselines={frame-wise: false}")) {
      command.addAll(List.of("-s", setting));
    }
    assertDone(Unroll.run(command.toArray(String[]::new)));
  }

  /** Four videos of two seconds, red and then blue. */
  private Path videos(String labels) throws IOException {
    Path videos = Files.createDirectories(folder.resolve("videos"));
    for (String name : List.of("a", "b", "c", "d")) {
      TinyVideos.mp4(videos.resolve(name + ".mp4"), 50, n -> n < 25 ? Color.RED : Color.BLUE);
      Files.writeString(videos.resolve(name + ".csv"), labels);
    }
    return videos;
  }

  @Test
  void videosWithSegmentsInSecondsAreTrainedOn() throws IOException {
    Path videos = videos("begin,stop,action\n0.0,1.0,red\n1.2,2.0,blue\n");
    Unroll drafted = init(videos);

    assertDone(drafted);
    assertThat(drafted.out())
        .contains("4 videos, the first of 32 × 32 pixels, 25 frames a second")
        .contains("labels: segments in seconds", "? 10 % of the frames have no label")
        .contains("train: 2 recordings, 100 frames (50 each), 25 a second; 2 classes");
    assertThat(config)
        .content()
        .contains("columns: {start: begin, end: stop, label: action, unit: seconds}")
        .contains("size: [32, 32]", "split: {by: random");
    assertTrains(TinyVideos.GRAPH, "picture={size: [8, 8]}");
  }

  @Test
  void segmentsInFramesWithoutAHeader() throws IOException {
    Path videos = videos("1,25,red\n26,50,blue\n");
    Unroll drafted = init(videos, "--folds", 2);

    assertDone(drafted);
    assertThat(drafted.out()).contains("segments in frames, the first of which is 1");
    assertThat(config)
        .content()
        .contains("header: [start, end, label]", "folds: {by: video, of: 2}", "first-frame: 1");
  }

  @Test
  void aTableOfFoldersOfPictures() throws IOException {
    StringBuilder list = new StringBuilder("clip,annotation,subject\n");
    for (int recording = 0; recording < 6; recording++) {
      StringBuilder labels = new StringBuilder("frame,label\n");
      for (int frame = 0; frame < 12; frame++) {
        Path png = folder.resolve("r" + recording + "/" + frame + ".png");
        TinyVideos.png(png, 20, 10, frame < 6 ? 0 : 10);
        labels.append("%d,%s%n".formatted(frame, frame < 6 ? "dark" : "bright"));
      }
      Files.writeString(folder.resolve("l%d.csv".formatted(recording)), labels);
      list.append("r%1$d,l%1$d.csv,s%2$d%n".formatted(recording, recording / 2));
    }
    Unroll drafted = init(Files.writeString(folder.resolve("clips.csv"), list));

    assertDone(drafted);
    assertThat(drafted.out()).contains("6 folders of pictures", "labels: frame by frame");
    assertThat(config)
        .content()
        .contains("split: {by: random, group: subject")
        .contains("columns: {video: clip, labels: annotation}", "size: [12, 20]", "rate: 25 #");
  }

  @Test
  void aTableOfFramesIsTrainedOn() throws IOException {
    Path table = TinyRecordings.write(folder.resolve("sensors.csv"), "none");
    Unroll drafted = init(table);

    assertDone(drafted);
    assertThat(drafted.out()).contains("recordings: column video", "column label; 2 features");
    assertThat(config).content().contains("layer: conv1d").doesNotContain("columns");
    assertTrains();
  }

  @Test
  void numbersArePredictedAndCountsAreNoFeatures() throws IOException {
    StringBuilder rows = new StringBuilder(",session,time,ax,ay,angle\n");
    for (int i = 0; i < 200; i++) {
      rows.append("%d,s%d,%d,%d,%d,%d%n".formatted(i, i / 40, i % 40 * 20, i % 3, i % 5, i % 7));
    }
    Path table = Files.writeString(folder.resolve("drive.csv"), rows);
    Unroll drafted = init(table, "--targets", "angle", "--group", "session");

    assertDone(drafted);
    assertThat(drafted.out()).contains("predicted: angle; 2 features", "angle from 0 to 6");
    assertThat(config)
        .content()
        .contains("columns: {video: session, targets: [angle], features: [ax, ay]}")
        .contains("rate: 50", "layer: regression", "metric: mae");
  }

  @Test
  void checkTellsWhatRecordingsHold() throws IOException {
    Path table = TinyRecordings.write(folder.resolve("sensors.csv"));
    String data = "data={source: %s, split: {by: random}}".formatted(table);
    Unroll checked =
        Unroll.run(
            "video",
            "config",
            "check",
            "--data",
            "-s",
            data,
            "-s",
            TinyRecordings.settings(table).get(5));

    assertDone(checked);
    assertThat(checked.out()).containsPattern("train: \\d recordings, .* without a label \\d+");
  }

  @Test
  void wrongFilesAreOneMessage() throws IOException {
    assertRefused(init(folder.resolve("none/")), "there is no such file");
    assertRefused(init(folder), "nothing to read; expected a folder of videos");
    Path table = Files.writeString(folder.resolve("a.csv"), "x,y\n1.5,2\n2.5,3\n");
    assertRefused(init(table), "no column looks like a label of each frame");
    Files.delete(table);
    Path videos = videos("start,end,label\n0,24,red\n");
    Files.delete(videos.resolve("b.csv"));
    assertRefused(init(videos), "b.mp4: no labels; expected b.csv beside it");
  }

  private void assertRefused(Unroll drafted, String message) {
    assertThat(drafted.exitCode()).as(drafted.out()).isEqualTo(2);
    assertThat(drafted.err()).contains(message).hasLineCount(1);
    assertThat(config).doesNotExist();
  }
}
