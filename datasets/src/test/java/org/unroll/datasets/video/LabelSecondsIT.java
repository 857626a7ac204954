package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.data.DataAccess;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.image.Picture;
import org.unroll.datasets.recording.FrameData;
import org.unroll.datasets.recording.FrameLabels;
import org.unroll.datasets.recording.Recording;
import org.unroll.datasets.recording.RecordingSources;
import org.unroll.datasets.recording.StoredPictures;

/** Labels in seconds, of frames that show which they are. */
class LabelSecondsIT {
  private static final int FRAMES = 30;

  @TempDir private Path folder;

  private record Section(FrameData data) {}

  /** Labelled {@code early} up to a time, then {@code late}. */
  private Recording labelled(Path video, double border, double end, OptionalDouble rate)
      throws IOException {
    String labels = "start,end,label\n0,%s,early\n%s,%s,late\n".formatted(border, border, end);
    Files.writeString(folder.resolve("clip.csv"), labels);
    String yaml = "data: {source: clips/, split: {}, columns: {unit: seconds}, batch: 1}";
    FrameData data =
        new ConfigLoader<>(Section.class)
            .load(new ConfigText("test.yaml", yaml), List.of(), List.of())
            .config()
            .data();
    FrameSettings settings = new FrameSettings(VideoFiles.asWritten().picture(), rate, 25);
    DataAccess access = new DataAccess(true, notice -> {});
    FrameStore store = new FrameStore(folder.resolve("cache"), settings, access);
    return new RecordingSources(data, new StoredPictures(store), access).labelled(video).get(0);
  }

  /** What the frames show that have a label. */
  private static List<Integer> shown(Recording recording, String label) {
    CachedFrames frames = (CachedFrames) recording.frames();
    FrameLabels.OfClasses labels = (FrameLabels.OfClasses) recording.labels().orElseThrow();
    List<Integer> numbers = new ArrayList<>();
    for (int frame = 0; frame < frames.length(); frame++) {
      byte[] pixels = new byte[frames.size().length()];
      frames.read(frame, pixels);
      if (labels.names().get(frame).equals(label)) {
        numbers.add(VideoFiles.number(new Picture(frames.size(), pixels)));
      }
    }
    return numbers;
  }

  /** An MP4 of pictures that stand for themselves, some of which are overwritten. */
  private Path damaged(int... damaged) throws IOException {
    Path file = VideoFiles.numbered(folder.resolve("clip.mp4"), "mjpeg", FRAMES);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<Integer> starts = new ArrayList<>();
    for (int at = text.indexOf("\u00FF\u00D8\u00FF"); at >= 0; ) {
      starts.add(at);
      at = text.indexOf("\u00FF\u00D8\u00FF", at + 1);
    }
    assertThat(starts).hasSize(FRAMES);
    for (int frame : damaged) {
      int end = starts.get(frame + 1);
      Arrays.fill(bytes, end - 200, end, (byte) 0xFF);
    }
    return Files.write(file, bytes);
  }

  private static List<Integer> numbers(int from, int to, Integer... less) {
    List<Integer> numbers = new ArrayList<>(VideoFiles.first(to).subList(from, to));
    numbers.removeAll(List.of(less));
    return numbers;
  }

  /** Those left out take their time, whether they stand before or after the border. */
  @Test
  void damagedFramesMoveNoLabel() throws IOException {
    Path video = damaged(2, 3, 4, 11, 12, 25);
    Recording recording = labelled(video, 0.8, 1.2, OptionalDouble.empty());

    assertThat(shown(recording, "early")).isEqualTo(numbers(0, 20, 2, 3, 4, 11, 12));
    assertThat(shown(recording, "late")).isEqualTo(numbers(20, FRAMES, 25));
  }

  /** The frame before is taken again. */
  @Test
  void damagedFramesMoveNoLabelAtAnotherRate() throws IOException {
    Path video = damaged(2, 3, 4, 11, 12, 25);
    Recording recording = labelled(video, 0.8, 1.2, OptionalDouble.of(50));

    assertThat(shown(recording, "early")).contains(0, 1, 10, 13, 19).doesNotContain(20);
    assertThat(shown(recording, "late")).contains(20, 24, 26, 29).doesNotContain(19);
    assertThat(shown(labelled(video, 0.8, 1.2, OptionalDouble.of(5)), "late"))
        .containsExactly(20, 24);
  }

  /** As of the recording of a screen, or of a telephone. */
  @Test
  void framesHaveTheirOwnTimesWhereThoseVary() throws IOException {
    long[] times = {0, 40_000, 80_000, 120_000, 160_000, 1_000_000, 1_040_000, 2_000_000};
    Path video = folder.resolve("clip.mp4");
    VideoFiles.write(
        VideoFiles.recorder(video, VideoFiles.codec("mpeg4"), VideoFiles.WIDTH, VideoFiles.HEIGHT),
        times,
        VideoFiles::paintNumber);
    Recording recording = labelled(video, 1.02, 2.04, OptionalDouble.empty());

    assertThat(shown(recording, "early")).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(shown(recording, "late")).containsExactly(6, 7);
    assertThat(shown(labelled(video, 1.02, 2.04, OptionalDouble.of(2)), "late"))
        .containsExactly(6, 7);
  }
}
