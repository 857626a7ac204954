package org.unroll.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.datasets.image.Picture;

class VideoSampleIT {
  private static final long SEED = 42;

  @TempDir Path cache;

  private final List<String> notices = new ArrayList<>();

  private Path folder() {
    return VideoSample.folder(cache, notices::add, SEED);
  }

  @Test
  void videosAreWrittenOnceWithTheirSegments() throws IOException {
    Files.createDirectories(cache.resolve(".incoming/train/half")); // of one that was killed
    Path folder = folder();
    assertThat(folder()).isEqualTo(folder);
    assertThat(notices).hasSize(1);
    assertThat(cache.resolve(".incoming")).doesNotExist();
    for (Split split : Split.values()) {
      List<String> expected = new ArrayList<>();
      for (SampleVideo video : VideoSample.videos(split, SEED)) {
        expected.addAll(List.of(video.name() + ".csv", video.name() + ".mp4"));
      }
      try (Stream<Path> files = Files.list(folder.resolve(split.key()))) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
    SampleVideo video = VideoSample.videos(Split.TEST, SEED).get(0);
    MotionSegment first = video.path().segments().get(0);
    assertThat(Files.readAllLines(folder.resolve("test/test-001.csv")))
        .hasSize(1 + video.path().segments().size())
        .startsWith("start,end,label", "0," + (first.frames() - 1) + "," + first.motion().label())
        .last()
        .asString()
        .contains("," + (video.length() - 1) + ",");
  }

  @Test
  void framesAreDecodedAsTheyWerePainted() throws IOException {
    SampleVideo video = VideoSample.videos(Split.TRAIN, SEED).get(0);
    video.write(cache);
    int frames = 0;
    try (FFmpegFrameGrabber grabber =
        new FFmpegFrameGrabber(cache.resolve(video.name() + ".mp4").toFile())) {
      grabber.start();
      assertThat(grabber.getFrameRate()).isEqualTo(VideoWriter.RATE);
      for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
        assertThat(difference(frame, video.frame(frames))).as("frame " + frames).isLessThan(6);
        frames++;
      }
    }
    assertThat(frames).isEqualTo(video.length());
  }

  /** Mean over pixels and colours. */
  private static double difference(Frame frame, Picture picture) {
    ByteBuffer pixels = (ByteBuffer) frame.image[0];
    double sum = 0;
    for (int row = 0; row < frame.imageHeight; row++) {
      for (int column = 0; column < frame.imageWidth; column++) {
        for (int channel = 0; channel < 3; channel++) {
          int found = pixels.get(row * frame.imageStride + 3 * column + 2 - channel) & 0xFF;
          sum += Math.abs(found - picture.at(channel, row, column));
        }
      }
    }
    return sum / picture.size().length();
  }

  @Test
  void theSameVideoGivesTheSameBytes() throws IOException {
    SampleVideo video = VideoSample.videos(Split.VALIDATION, SEED).get(0);
    Path first = Files.createDirectories(cache.resolve("first"));
    Path second = Files.createDirectories(cache.resolve("second"));
    video.write(first);
    video.write(second);
    String name = video.name() + ".mp4";
    assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
  }

  @Test
  void aCacheThatCannotBeWrittenIsAUserError() throws IOException {
    Path file = Files.createFile(cache.resolve("file"));
    assertThatThrownBy(() -> VideoSample.folder(file, notices::add, SEED))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("UNROLL_CACHE");
  }
}
