package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unroll.datasets.video.VideoFiles.codec;
import static org.unroll.datasets.video.VideoFiles.first;
import static org.unroll.datasets.video.VideoFiles.numbers;
import static org.unroll.datasets.video.VideoFiles.taken;
import static org.unroll.datasets.video.VideoFiles.tally;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.datasets.table.BadCell;

/** On files that are no videos, cut off or damaged. */
class DamagedVideosIT {
  private static final int FRAMES = 30;

  @TempDir private Path folder;

  private Path numbered(String ending, String codec) {
    return VideoFiles.numbered(folder.resolve("clip." + ending), codec, FRAMES);
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
    assertRefused(Path.of("/dev/null"), "is a pipe or a device");
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

  @Test
  void aVideoThatEndsEarlyIsTold() throws IOException {
    for (String ending : List.of("mkv", "webm", "flv", "avi")) {
      Path file = folder.resolve("long." + ending);
      int codec = codec(ending.equals("webm") ? "vp8" : ending.equals("flv") ? "flv" : "mpeg4");
      VideoFiles.numbered(file, codec, 250);
      assertThat(tally(file).notices()).isEmpty();
      FrameTally half = tally(VideoFiles.cut(file, 0.5, folder.resolve("half." + ending)));
      assertThat(half.frames()).isBetween(20, 230);
      assertThat(half.notices()).as(ending).isNotEmpty();
    }
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
      boolean little = frame == 12; // which the decoder does not tell of its own accord
      Arrays.fill(bytes, end - (little ? 40 : 200), end, (byte) (little ? 0 : 0xFF));
    }
    Files.write(file, bytes);
    List<Integer> sound = new ArrayList<>(first(FRAMES));
    sound.removeAll(List.of(4, 11, 12));
    assertThat(numbers(file)).isEqualTo(sound);
    FrameTally tally = tally(file);
    assertThat(tally.skipped()).containsExactly(4, 11, 12);
    assertThat(tally.counted()).isEqualTo(FRAMES);
    assertThat(IntStream.of(tally.numbers()).boxed().toList()).isEqualTo(sound);
    assertThat(tally.notices())
        .containsExactly("3 of 30 frames are damaged and were skipped: 4; 11; 12");
    List<Integer> taken = new ArrayList<>(); // their time goes to the frame before
    taken(file, 25, taken);
    assertThat(taken).hasSize(FRAMES).containsSequence(3, 3, 5).containsSequence(10, 10, 10, 13);
  }
}
