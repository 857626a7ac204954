package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.datasets.video.VideoFiles.codec;
import static org.unroll.datasets.video.VideoFiles.first;
import static org.unroll.datasets.video.VideoFiles.numbers;
import static org.unroll.datasets.video.VideoFiles.taken;
import static org.unroll.datasets.video.VideoFiles.tally;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.image.Picture;

/** On video files that are encoded here. */
class VideoFileIT {
  private static final int FRAMES = 30;

  @TempDir private Path folder;

  private Path numbered(String ending, String codec) {
    return VideoFiles.numbered(folder.resolve("clip." + ending), codec, FRAMES);
  }

  private static List<Picture> pictures(Path file, String picture) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    new VideoFile(file, VideoFiles.settings(picture)).read(pictures::add);
    return pictures;
  }

  @ParameterizedTest
  @CsvSource({
    "mp4,mpeg4",
    "mp4,h264",
    "mov,h264",
    "mov,mjpeg",
    "avi,mpeg4",
    "avi,mjpeg",
    "webm,vp8",
    "webm,vp9",
    "mkv,ffv1",
    "mkv,h264",
    "wmv,wmv2",
    "flv,flv",
    "mpg,mpeg2",
    "ts,h264",
    "gif,gif"
  })
  void allFramesComeInTheirOrder(String ending, String codec) throws IOException {
    Path file = numbered(ending, codec);
    assertThat(numbers(file)).isEqualTo(first(FRAMES));
    FrameTally tally = tally(file);
    assertThat(tally.frames()).isEqualTo(FRAMES);
    assertThat(tally.counted()).isEqualTo(FRAMES);
    assertThat(tally.numbers()).isEmpty();
    assertThat(tally.skipped()).isEmpty();
    assertThat(tally.notices()).isEmpty();
    assertThat(tally.rate()).isCloseTo(VideoFiles.RATE, within(0.5));
  }

  private static void assertColour(Picture picture, int row, int column, int... expected) {
    int[] found = new int[picture.size().channels()];
    Arrays.setAll(found, channel -> picture.at(channel, row, column));
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).as(Arrays.toString(found)).isCloseTo(expected[i], within(12));
    }
  }

  @ParameterizedTest
  @CsvSource({"mp4,h264", "avi,mjpeg", "webm,vp9", "mkv,ffv1"})
  void coloursAreThoseThatWereWritten(String ending, String codec) throws IOException {
    Path file = folder.resolve("clip." + ending);
    VideoFiles.write(VideoFiles.recorder(file, codec(codec), 96, 64), 3, VideoFiles::paintFields);
    Picture whole = pictures(file, "{size: [64, 96]}").get(2);
    assertColour(whole, 16, 24, 255, 0, 0);
    assertColour(whole, 16, 72, 0, 255, 0);
    assertColour(whole, 48, 24, 0, 0, 255);
    assertColour(whole, 48, 72, 255, 255, 255);
    Picture grey = pictures(file, "{size: [32, 32], grey: true}").get(2);
    assertThat(grey.size()).isEqualTo(new PictureSize(1, 32, 32));
    assertColour(grey, 8, 8, 76);
    assertColour(grey, 8, 24, 150);
    assertColour(grey, 24, 8, 29);
    assertColour(grey, 24, 24, 255);
  }

  /** Which field is seen top left, top right, bottom left and bottom right. */
  @ParameterizedTest
  @CsvSource({"90,BRWG", "180,WBGR", "270,GWRB"})
  void framesAreTurnedAsThePhoneWasHeld(String degrees, String seen) throws IOException {
    Path file = folder.resolve("phone.mp4");
    VideoFiles.write(VideoFiles.recorder(file, codec("h264"), 96, 64), 3, VideoFiles::paintFields);
    VideoFiles.turn(file, Integer.parseInt(degrees));
    boolean upright = degrees.equals("180");
    int height = upright ? 64 : 96;
    int width = upright ? 96 : 64;
    Picture frame = pictures(file, "{size: [%d, %d]}".formatted(height, width)).get(0);
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      int row = height / 4 + i / 2 * height / 2;
      int column = width / 4 + i % 2 * width / 2;
      boolean red = frame.at(0, row, column) > 128;
      boolean green = frame.at(1, row, column) > 128;
      fields.append(red && green ? 'W' : red ? 'R' : green ? 'G' : 'B');
    }
    assertThat(fields).hasToString(seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp4", "mkv", "avi"})
  void aRateTakesTheFramesShownAtItsTimes(String ending) throws IOException {
    Path file = numbered(ending, "mpeg4"); // 25 a second, 1.2 seconds
    List<Integer> fifths = new ArrayList<>();
    FrameTally tally = taken(file, 5, fifths);
    assertThat(fifths).containsExactly(0, 5, 10, 15, 20, 25);
    assertThat(tally.rate()).isEqualTo(5);
    assertThat(tally.frames()).isEqualTo(6);
    assertThat(tally.counted()).isEqualTo(FRAMES);
    assertThat(tally.numbers()).containsExactly(0, 5, 10, 15, 20, 25);
    List<Integer> same = new ArrayList<>();
    taken(file, 25, same);
    assertThat(same).isEqualTo(first(FRAMES));
    List<Integer> twice = new ArrayList<>();
    taken(file, 50, twice);
    assertThat(twice).hasSize(2 * FRAMES).startsWith(0, 0, 1, 1, 2, 2).endsWith(28, 28, 29, 29);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp4", "mkv"})
  void aVariableRateIsFollowedByItsTimeStamps(String ending) throws IOException {
    Path file = folder.resolve("variable." + ending);
    FFmpegFrameRecorder recorder =
        VideoFiles.recorder(file, codec("h264"), VideoFiles.WIDTH, VideoFiles.HEIGHT);
    recorder.setFrameRate(100);
    long[] times = {0, 40_000, 80_000, 500_000, 510_000, 520_000, 900_000, 1_000_000};
    VideoFiles.write(recorder, times, VideoFiles::paintNumber);
    assertThat(numbers(file)).isEqualTo(first(8));
    List<Integer> taken = new ArrayList<>();
    taken(file, 10, taken);
    assertThat(taken).startsWith(0, 2, 2, 2, 2, 3, 5, 5, 5, 6, 7);
    assertThat(taken).hasSizeBetween(11, 12); // how long the last is shown is the file's to say
  }

  @Test
  void anyNameWillDo() throws IOException {
    for (String name : List.of("100% ü #1?.mp4", "concat:a|b.mp4", "http:__x.mp4", "a%20b.mp4")) {
      assertThat(numbers(VideoFiles.numbered(folder.resolve(name), "mpeg4", 3)))
          .isEqualTo(first(3));
    }
  }

  @Test
  void aFileThatChangesItsSizeIsReadToItsEnd() throws IOException {
    Path small = folder.resolve("small.ts");
    Path large = folder.resolve("large.ts");
    VideoFiles.write(
        VideoFiles.recorder(small, codec("h264"), 64, 48), 20, VideoFiles::paintNumber);
    VideoFiles.write(
        VideoFiles.recorder(large, codec("h264"), 320, 240), 20, VideoFiles::paintNumber);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Path part : List.of(large, small, large)) {
      all.write(Files.readAllBytes(part));
    }
    Path file = Files.write(folder.resolve("changing.ts"), all.toByteArray());
    List<Integer> expected = new ArrayList<>(first(20));
    expected.addAll(first(20));
    expected.addAll(first(20));
    assertThat(numbers(file)).isEqualTo(expected);
    List<Integer> taken = new ArrayList<>(); // the clock starts again twice
    taken(file, 25, taken);
    assertThat(taken).isEqualTo(expected);
  }
}
