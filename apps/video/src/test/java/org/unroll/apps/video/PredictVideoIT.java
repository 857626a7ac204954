package org.unroll.apps.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.image.Picture;
import org.unroll.datasets.image.PictureConfig;
import org.unroll.datasets.video.FrameSettings;
import org.unroll.datasets.video.FrameTally;
import org.unroll.datasets.video.VideoFile;

/** What is written of a trained net's answers. */
class PredictVideoIT {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  @TempDir private static Path folder;
  private static Path run;
  private static Path clip; // larger than those of the training

  @BeforeAll
  static void train() throws IOException {
    run = folder.resolve("run");
    Unroll trained = Unroll.run(LampVideos.train(folder, run).toArray(String[]::new));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    clip = LampVideos.write(folder.resolve("clip.mp4"), 45, WIDTH, HEIGHT);
    Files.writeString(folder.resolve("text.mp4"), "no video");
    Files.createDirectories(folder.resolve("none"));
    Files.writeString(folder.resolve("table.csv"), "x,y\n1,2\n");
  }

  private static Unroll predict(String... more) {
    List<String> command = new ArrayList<>(List.of("video", "predict", "--run", run.toString()));
    command.addAll(Arrays.asList(more));
    return Unroll.run(command.toArray(String[]::new));
  }

  private static Path written(String option, String name, String... more) {
    Path file = folder.resolve(name);
    List<String> all = new ArrayList<>(List.of(option, file.toString()));
    all.addAll(Arrays.asList(more));
    Unroll answer = predict(all.toArray(String[]::new));
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return file;
  }

  @Test
  void theTerminalShowsSegmentsWithSeconds() {
    List<String> lines =
        List.of(
            "clip  0.00–0.40 s  off",
            "clip  0.40–0.80 s  on",
            "clip  0.80–1.20 s  off",
            "clip  1.20–1.60 s  on",
            "clip  1.60–1.80 s  off");

    assertThat(predict(clip.toString()).out().lines()).containsExactlyElementsOf(lines);
    assertThat(predict("--in", clip.toString()).out().lines()).containsExactlyElementsOf(lines);
  }

  @Test
  void aTableHasARowAFrame() throws IOException {
    Path table = written("--out", "frames.csv", clip.toString());

    assertThat(Files.readAllLines(table)).hasSize(1 + 45);
    assertThat(Files.readAllLines(table).get(0)).isEqualTo("video,frame,seconds,label,probability");
    assertThat(Files.readAllLines(table).get(11)).startsWith("clip,10,0.40,on,0.");
  }

  @Test
  void subtitlesShowEachSegment() throws IOException {
    assertThat(Files.readString(written("--out", "clip.srt", "--in", clip.toString())))
        .startsWith("1\n00:00:00,000 --> 00:00:00,400\noff\n\n2\n00:00:00,400 --> 00:00:00,800\non")
        .endsWith("5\n00:00:01,600 --> 00:00:01,800\noff\n\n");
  }

  @Test
  void segmentsAreLabelsAgain() throws IOException {
    assertThat(accuracyBySegments("whole")).isEqualTo(1);
    assertThat(Files.readAllLines(folder.resolve("whole/clip.csv")))
        .containsExactly(
            "video,start,end,label,start-seconds,end-seconds",
            "clip,0,9,off,0.0,0.4",
            "clip,10,19,on,0.4,0.8",
            "clip,20,29,off,0.8,1.2",
            "clip,30,39,on,1.2,1.6",
            "clip,40,44,off,1.6,1.8");
  }

  /** Of every third frame; those between get the label of the one before. */
  @Test
  void segmentsCountTheFramesOfTheFileAtAnotherRate() throws IOException {
    assertThat(accuracyBySegments("third", "-s", "rate=8.3")).isEqualTo(1);
    assertThat(Files.readAllLines(folder.resolve("third/clip.csv")))
        .extracting(line -> line.replaceFirst(",[^,]*,[^,]*$", ""))
        .containsExactly(
            "video,start,end,label",
            "clip,0,11,off",
            "clip,12,20,on",
            "clip,21,29,off",
            "clip,30,41,on",
            "clip,42,42,off");
  }

  /** Of the net, if its own segments are taken for labels. */
  private static double accuracyBySegments(String name, String... more) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    Path video = Files.copy(clip, place.resolve("clip.mp4"));
    List<String> options = new ArrayList<>(List.of("--in", video.toString()));
    options.addAll(Arrays.asList(more));
    written("--segments", name + "/clip.csv", options.toArray(String[]::new));
    List<String> evaluate =
        new ArrayList<>(List.of("video", "evaluate", "--json", "--run", run.toString(), "--data"));
    evaluate.add(place.toString());
    evaluate.addAll(Arrays.asList(more));
    Unroll scored = Unroll.run(evaluate.toArray(String[]::new));
    assertThat(scored.exitCode()).as(scored.err()).isZero();
    return Json.MAPPER.readTree(scored.out()).findValue("accuracy").asDouble();
  }

  private static FrameTally read(Path video, int width, int height, List<Picture> into)
      throws IOException {
    record Section(PictureConfig picture) {}
    ConfigText text =
        new ConfigText("test.yaml", "picture: {size: [%d, %d]}".formatted(height, width));
    PictureConfig picture =
        new ConfigLoader<>(Section.class).load(text, List.of(), List.of()).config().picture();
    FrameSettings settings = new FrameSettings(picture, OptionalDouble.empty(), LampVideos.RATE);
    return new VideoFile(video, settings).read(into::add);
  }

  @ParameterizedTest
  @CsvSource({"96, 64", "97, 65"}) // H.264 has no odd sizes
  void aVideoIsDrawnAtItsOwnSizeAndRate(int width, int height) throws IOException {
    Path video = LampVideos.write(folder.resolve("w" + width + ".mp4"), 45, width, height);
    Path drawn = written("--render", "drawn" + width + ".mp4", "--in", video.toString());
    List<Picture> frames = new ArrayList<>();
    FrameTally tally = read(drawn, width, height, frames);

    assertThat(tally.notices()).isEmpty();
    assertThat(tally.rate()).isEqualTo(LampVideos.RATE);
    assertThat(frames).hasSize(45);
    for (int frame = 0; frame < frames.size(); frame++) {
      int lamp = LampVideos.isOn(frame) ? LampVideos.BRIGHT : LampVideos.DARK;
      Picture picture = frames.get(frame);
      assertThat(picture.at(0, 5, width / 2)).as("frame %d", frame).isBetween(lamp - 15, lamp + 15);
      assertThat(brightest(picture)).as("text on frame %d", frame).isGreaterThan(lamp + 20);
    }
  }

  /** Of the lower left: white letters. */
  private static int brightest(Picture picture) {
    int brightest = 0;
    for (int row = picture.size().height() - 15; row < picture.size().height(); row++) {
      for (int column = 0; column < 20; column++) {
        brightest = Math.max(brightest, picture.at(0, row, column));
      }
    }
    return brightest;
  }

  private static void refuses(String message, String... arguments) throws IOException {
    List<Path> before = files();
    Unroll answer = predict(arguments);

    assertThat(answer.exitCode()).as(answer.out() + answer.err()).isEqualTo(2);
    assertThat(answer.err()).contains(message);
    assertThat(files()).isEqualTo(before);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static String at(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void severalVideosAreNotShownInOneFile() throws IOException {
    refuses("name one of them", "--in", at("train"), "--out", at("x.srt"));
    refuses("name one of them", "--in", at("train"), "--render", at("x.mp4"));
    assertThat(Files.readAllLines(written("--segments", "all.csv", "--in", at("train"))))
        .anyMatch(line -> line.startsWith("lamp0,"))
        .anyMatch(line -> line.startsWith("lamp2,"));
  }

  @Test
  void inputsAreNotWrittenOver() throws IOException {
    byte[] before = Files.readAllBytes(clip);

    refuses("which this command reads", "--in", at("clip.mp4"), "--render", at("clip.mp4"));
    refuses("which this command reads", at("clip.mp4"), "--render", at("clip.mp4"));
    refuses("which this command reads", "--in", at("train"), "--segments", at("train/lamp0.csv"));
    refuses("which this command reads", at("clip.mp4"), "--force", "--render", at("clip.mp4"));
    refuses("is written already", at("clip.mp4"), "--out", at("x.csv"), "--segments", at("x.csv"));
    assertThat(Files.readAllBytes(clip)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "--out, labels.csv",
    "--out, labels.srt",
    "--segments, labels.csv",
    "--render, a.mp4"
  })
  void whatIsThereStaysUnlessForced(String option, String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "written by hand");

    refuses("is there already", at("clip.mp4"), option, at(name));
    refuses("write over it with --force", "--in", at("clip.mp4"), option, at(name));
    assertThat(file).hasContent("written by hand");
    written(option, name, at("clip.mp4"), "--force");
    assertThat(Files.size(file)).isGreaterThan(50);
    Files.delete(file);
  }

  @Test
  void whatIsNoVideoIsNamed() throws IOException {
    refuses("text.mp4: no video that is read", "--in", at("text.mp4"));
    refuses("text.mp4: no video that is read", at("text.mp4"));
    refuses("none: nothing to read", "--in", at("none"));
    refuses("nowhere.mp4: there is no such file", "--in", at("nowhere.mp4"));
    refuses("features by frame", "--in", at("table.csv"));
    refuses("has 3 recordings", at("train"));
    refuses("ends in .mp4", at("clip.mp4"), "--render", at("x.avi"));
    refuses("no folder", at("clip.mp4"), "--segments", at("nowhere/x.csv"));
  }
}
