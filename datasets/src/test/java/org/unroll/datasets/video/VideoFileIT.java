package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.datasets.image.Picture;
import org.unroll.datasets.image.PictureSize;
import org.unroll.datasets.table.BadCell;

/** On video files that are encoded here. */
class VideoFileIT {
  private static final int FRAMES = 30;

  @TempDir private Path folder;

  private static List<Integer> first(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static int codec(String name) {
    return switch (name) {
      case "mpeg4" -> avcodec.AV_CODEC_ID_MPEG4;
      case "mpeg2" -> avcodec.AV_CODEC_ID_MPEG2VIDEO;
      case "h264" -> avcodec.AV_CODEC_ID_H264;
      case "vp8" -> avcodec.AV_CODEC_ID_VP8;
      case "vp9" -> avcodec.AV_CODEC_ID_VP9;
      case "mjpeg" -> avcodec.AV_CODEC_ID_MJPEG;
      case "wmv2" -> avcodec.AV_CODEC_ID_WMV2;
      case "flv" -> avcodec.AV_CODEC_ID_FLV1;
      case "ffv1" -> avcodec.AV_CODEC_ID_FFV1;
      case "gif" -> avcodec.AV_CODEC_ID_GIF;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Path numbered(String ending, String codec) {
    return VideoFiles.numbered(folder.resolve("clip." + ending), codec(codec), FRAMES);
  }

  private static FrameTally tally(Path file) throws IOException {
    return new VideoFile(file, VideoFiles.asWritten()).read(frame -> {});
  }

  private static List<Integer> numbers(Path file) throws IOException {
    return VideoFiles.numbers(new VideoFile(file, VideoFiles.asWritten()));
  }

  private static List<Picture> pictures(Path file, String picture) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    new VideoFile(file, VideoFiles.settings(picture)).read(pictures::add);
    return pictures;
  }

  @ParameterizedTest
  @CsvSource({
    "mp4,mpeg4", "mp4,h264", "mov,h264", "mov,mjpeg", "avi,mpeg4", "avi,mjpeg", "webm,vp8",
    "webm,vp9", "mkv,ffv1", "mkv,h264", "wmv,wmv2", "flv,flv", "mpg,mpeg2", "ts,h264", "gif,gif"
  })
  void allFramesComeInTheirOrder(String ending, String codec) throws IOException {
    Path file = numbered(ending, codec);
    assertThat(numbers(file)).isEqualTo(first(FRAMES));
    FrameTally tally = tally(file);
    assertThat(tally.frames()).isEqualTo(FRAMES);
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
    VideoFiles.write(
        VideoFiles.recorder(file, codec(codec), 96, 64), 3, VideoFiles::paintFields);
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

  private FrameTally taken(Path file, double rate, List<Integer> into) throws IOException {
    FrameSettings settings =
        new FrameSettings(VideoFiles.asWritten().picture(), OptionalDouble.of(rate), 25);
    return new VideoFile(file, settings).read(frame -> into.add(VideoFiles.number(frame)));
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

  private void assertRefused(Path file, String... parts) {
    assertThatThrownBy(() -> tally(file))
        .isInstanceOf(BadCell.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining(file.toString());
  }

  private Path text(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void whatIsNoVideoIsRefusedByName() throws IOException {
    assertRefused(text("empty.mp4", ""), "an empty file", "expected a video");
    assertRefused(text("text.mp4", "This is no video at all.\n".repeat(99)), "no video");
    assertRefused(folder.resolve("missing.mp4"), "there is no such file");
    assertRefused(folder, "is a folder");
    assertRefused(VideoFiles.sound(folder.resolve("sound.mp4")), "sound alone");
  }

  /** FFmpeg follows playlists to other files, and to other machines. */
  @Test
  void playlistsAreNotFollowed() throws IOException {
    Path video = numbered("ts", "h264");
    String list = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:1,\n%s\n#EXT-X-ENDLIST\n";
    assertRefused(text("list.mp4", list.formatted(video.getFileName())), "no video");
    assertRefused(text("list.m3u8", list.formatted(video)), "no video");
    String script = "ffconcat version 1.0\nfile %s\n".formatted(video.getFileName());
    assertRefused(text("script.mp4", script), "no video");
  }

  @Test
  void framesThatAreTooLargeAreRefusedBeforeTheyAreDecoded() {
    Path file = folder.resolve("large.avi");
    VideoFiles.write(
        VideoFiles.recorder(file, codec("mjpeg"), 9000, 4000), 1, VideoFiles::paintNumber);
    assertRefused(file, "9,000 × 4,000 pixels", "more than the 35,389,440");
  }

  @Test
  void anIndexThatIsMissingIsNamed() throws IOException {
    Path file = numbered("mp4", "h264");
    Path cut = folder.resolve("cut.mp4");
    assertRefused(VideoFiles.cut(file, 0.2, cut), "index (moov) is missing", "get it again");
    assertRefused(VideoFiles.cut(file, 0.6, cut), "index (moov) is missing", "get it again");
    assertRefused(VideoFiles.cut(file, 0.95, cut), "holds no frames", "get it again");
  }

  /** The index stands in front, as in files of the web. */
  @Test
  void ofAVideoThatIsCutOffTheFramesBeforeAreRead() throws IOException {
    Path file = folder.resolve("web.mp4");
    FFmpegFrameRecorder recorder =
        VideoFiles.recorder(file, codec("h264"), VideoFiles.WIDTH, VideoFiles.HEIGHT);
    recorder.setOption("movflags", "faststart");
    VideoFiles.write(recorder, FRAMES, VideoFiles::paintNumber);
    for (double share : new double[] {0.5, 0.7, 0.9, 0.99}) {
      Path cut = VideoFiles.cut(file, share, folder.resolve("cut.mp4"));
      List<Integer> numbers = numbers(cut);
      assertThat(numbers).hasSizeBetween(1, FRAMES - 1).isEqualTo(first(numbers.size()));
      assertThat(tally(cut).notices()).anyMatch(notice -> notice.contains("of 30 frames"));
    }
  }

  @ParameterizedTest
  @CsvSource({"avi,mpeg4", "webm,vp9", "mkv,h264", "ts,h264", "flv,flv", "mpg,mpeg2"})
  void whereverAFileIsCutItsBeginningIsReadOrItIsRefused(String ending, String codec)
      throws IOException {
    Path file = numbered(ending, codec);
    int read = 0;
    for (int i = 0; i <= 20; i++) {
      Path cut = VideoFiles.cut(file, i / 20.0, folder.resolve("cut." + ending));
      try {
        List<Integer> numbers = numbers(cut);
        assertThat(numbers).isEqualTo(first(numbers.size()));
        read++;
      } catch (BadCell e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    assertThat(read).isPositive();
  }

  /** Whatever is in a file, its frames are read or it is refused. */
  @ParameterizedTest
  @CsvSource({"mp4,mpeg4", "mp4,h264", "mov,mjpeg", "avi,mpeg4", "webm,vp8", "webm,vp9", "ts,h264"})
  void noFileDoesHarm(String ending, String codec) throws IOException {
    byte[] file = Files.readAllBytes(numbered(ending, codec));
    Random random = new Random(5);
    int read = 0;
    for (int i = 0; i < 60; i++) {
      byte[] damaged = file.clone();
      for (int change = 0; change <= i; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        read += tally(Files.write(folder.resolve("damaged." + ending), damaged)).frames();
      } catch (BadCell e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void damagedFramesAreLeftOutAndNamed() throws IOException {
    Path file = numbered("avi", "mjpeg"); // each frame stands for itself
    byte[] bytes = Files.readAllBytes(file);
    List<Integer> starts = new ArrayList<>();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf("00dc"); at >= 0; at = text.indexOf("00dc", at + 4)) {
      starts.add(at + 8);
    }
    for (int frame : new int[] {4, 11, 12}) {
      int end = starts.get(frame + 2) - 8; // an index of all frames stands before the first
      Arrays.fill(bytes, end - 200, end, (byte) 0xFF);
    }
    Files.write(file, bytes);
    List<Integer> sound = new ArrayList<>(first(FRAMES));
    sound.removeAll(List.of(4, 11, 12));
    assertThat(numbers(file)).isEqualTo(sound);
    FrameTally tally = tally(file);
    assertThat(tally.skipped()).containsExactly(4, 11, 12);
    assertThat(tally.notices())
        .containsExactly("3 of 30 frames are damaged and were skipped: 4; 11; 12");
    List<Integer> taken = new ArrayList<>(); // their time goes to the frame before
    taken(file, 25, taken);
    assertThat(taken).hasSize(FRAMES).containsSequence(3, 3, 5).containsSequence(10, 10, 10, 13);
  }
}
