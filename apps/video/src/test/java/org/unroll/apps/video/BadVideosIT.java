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

/** Videos and label files as users have them: one clear message and nothing left behind. */
class BadVideosIT {
  private static final String LABELS = "start,end,label\n0,3,dark\n4,9,light\n";

  @TempDir private Path folder;
  private Path good;
  private Path bad;

  @BeforeEach
  void writeVideos() throws IOException {
    good = folder("good");
    bad = folder("bad");
    video(good.resolve("a.mp4"), 10);
    Files.writeString(good.resolve("labels/a.csv"), LABELS);
  }

  private Path folder(String name) throws IOException {
    Files.createDirectories(folder.resolve(name + "/labels"));
    return folder.resolve(name);
  }

  private static Path video(Path file, int frames) {
    return TinyVideos.mp4(file, frames, n -> n < 4 ? Color.BLACK : Color.WHITE);
  }

  private void labelled(String labels) throws IOException {
    video(bad.resolve("b.mp4"), 10);
    Files.writeString(bad.resolve("labels/b.csv"), labels);
  }

  @Test
  void goodOnesTrain() throws IOException {
    Unroll trained = train(good);
    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();
  }

  @Test
  void filesThatAreNoVideosAreRefused() throws IOException {
    Files.writeString(bad.resolve("b.mp4"), "no video at all\n".repeat(100));
    Files.writeString(bad.resolve("labels/b.csv"), LABELS);
    refused("b.mp4: ", "no video");

    byte[] whole = Files.readAllBytes(good.resolve("a.mp4"));
    Files.write(bad.resolve("b.mp4"), Arrays.copyOf(whole, whole.length / 2));
    refused("b.mp4: ");

    Files.write(bad.resolve("b.mp4"), new byte[0]);
    refused("b.mp4: ", "empty");

    Files.delete(bad.resolve("b.mp4"));
    TinyVideos.sound(bad.resolve("b.mp4"));
    refused("b.mp4: ", "sound");
  }

  @Test
  void aVideoWithoutFramesIsRefused() throws IOException {
    TinyVideos.mp4(bad.resolve("b.mp4"), 32, new long[0], n -> Color.BLACK);
    Files.writeString(bad.resolve("labels/b.csv"), LABELS);
    refused("b.mp4: ");
  }

  @Test
  void aGraphOfFeaturesCannotReadVideos() {
    String features = "graph={output: {layer: softmax, input: features}}";
    assertRefused(train(good, good, "-s", features), "a.mp4", "pictures", "'features'");
  }

  @Test
  void labelsThatAreNotThoseOfTheFramesAreRefused() throws IOException {
    labelled("start,end,label\n0,3,dark\n4,10,light\n");
    refused("b.csv:3", "10");
    labelled("start,end,label\n0,5,dark\n4,9,light\n");
    refused("b.csv:3", "overlaps", "line 2");
    labelled("start,end,label\n0,3,dark\n4,9,grey\n");
    Unroll other = train(good, bad);
    assertRefused(other, "b.mp4", "\"grey\"", "training data", "dark, light");
    labelled("frame,label\n0,dark\n1,light\n99,light\n");
    refused("b.csv:4", "99");
    labelled("start,end,label\n");
    refused("b.mp4", "no training frame has a label");
    Files.delete(bad.resolve("labels/b.csv"));
    refused("b.mp4: no labels", "labels/b.csv");
  }

  @Test
  void validationDataWithoutALabelAreRefused() throws IOException {
    labelled("label\n" + "\"\"\n".repeat(10));
    assertRefused(train(good, bad), "b.mp4", "no frame has a label");
    assertRefused(train(bad, good), "no training frame has a label");
  }

  @Test
  void twoVideosOfOneNameAreRefused() throws IOException {
    labelled(LABELS);
    Files.copy(bad.resolve("b.mp4"), bad.resolve("b.mov"));
    refused("b.mov", "b.mp4", "name");
  }

  @Test
  void picturesOfTwoSizesAreMadeOneSize() throws IOException {
    Files.writeString(bad.resolve("labels/b.csv"), "frame,label\n0,dark\n1,light\n2,dark\n");
    TinyVideos.png(bad.resolve("b/1.png"), 8, 8, 0);
    TinyVideos.png(bad.resolve("b/2.png"), 20, 10, 8);
    TinyVideos.png(bad.resolve("b/3.png"), 9_000, 90, 0);
    Unroll trained = train(bad, bad);
    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();
  }

  /** Not all frames need a label, and their times may vary. */
  @Test
  void gapsInLabelsAndInTimesAreNoMistake() throws IOException {
    long[] times = {0, 40_000, 200_000, 240_000, 280_000, 600_000, 640_000, 680_000};
    TinyVideos.mp4(bad.resolve("b.mp4"), 32, times, n -> n < 4 ? Color.BLACK : Color.WHITE);
    Files.writeString(bad.resolve("labels/b.csv"), "start,end,label\n0,2,dark\n5,7,light\n");
    Unroll trained = train(bad, bad, "-s", "rate=null");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
  }

  private void refused(String... message) {
    assertRefused(train(bad, good), message);
  }

  private Unroll train(Path data, String... more) {
    return train(data, data, more);
  }

  private Unroll train(Path training, Path validation, String... more) {
    List<String> settings = new ArrayList<>(TinyRecordings.of(training, validation, validation));
    settings.addAll(TinyVideos.PICTURE);
    settings.add(TinyVideos.GRAPH);
    settings.add("train.epochs=1");
    return Unroll.run(TinyRecordings.train(folder.resolve("run"), settings, more));
  }

  private void assertRefused(Unroll command, String... message) {
    assertThat(command.err()).contains(message).doesNotContain("\tat ", "Exception");
    assertThat(command.err()).hasLineCount(1);
    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("run")).doesNotExist();
  }
}
