package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

/** Which text is drawn on which frame of the file that comes out. */
class RenderedVideoIT {
  @TempDir private Path folder;

  private record Drawn(List<Integer> texts, List<Integer> frames) {}

  /** Draws the numbers of the frames taken; tells those asked for and the frames of the result. */
  private Drawn drawn(Path video, OptionalDouble rate) throws IOException {
    List<Integer> texts = new ArrayList<>();
    Path to = folder.resolve("drawn.mp4");
    new RenderedVideo(
            video,
            rate,
            number -> {
              texts.add(number);
              return List.of("n " + number);
            })
        .write(to);
    return new Drawn(texts, VideoFiles.numbers(to));
  }

  @Test
  void eachFrameBearsItsOwn() throws IOException {
    Drawn drawn = drawn(VideoFiles.numbered(folder.resolve("a.mp4"), "h264", 20), none());

    assertThat(drawn.texts()).isEqualTo(VideoFiles.first(20));
    assertThat(drawn.frames()).isEqualTo(VideoFiles.first(20));
  }

  @Test
  void atAnotherRateAFrameBearsWhatIsSaidOfItsTime() throws IOException {
    Path video = VideoFiles.numbered(folder.resolve("a.mp4"), "mpeg4", 20);

    assertThat(drawn(video, OptionalDouble.of(5)).texts())
        .containsExactlyElementsOf(IntStream.range(0, 20).map(frame -> frame / 5).boxed().toList());
    assertThat(drawn(video, OptionalDouble.of(50)).texts())
        .containsExactlyElementsOf(IntStream.range(0, 20).map(frame -> 2 * frame).boxed().toList());
    assertThat(drawn(video, OptionalDouble.of(5)).frames()).isEqualTo(VideoFiles.first(20));
  }

  @Test
  void aDamagedFrameIsReplacedByTheOneBefore() throws IOException {
    Path video = VideoFiles.numbered(folder.resolve("a.avi"), "mjpeg", 20);
    byte[] bytes = Files.readAllBytes(video);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("movi");
    for (int frame = 0; frame <= 7; frame++) {
      end = text.indexOf("\u00FF\u00D9", end) + 2;
      if (frame == 0 || frame >= 6) {
        Arrays.fill(bytes, end - 200, end, (byte) 0xFF);
      }
    }
    Files.write(video, bytes);
    Drawn drawn = drawn(video, none());

    assertThat(VideoFiles.tally(video).skipped()).containsExactly(0, 6, 7);
    assertThat(drawn.texts()).isEqualTo(VideoFiles.first(17));
    List<Integer> shown = new ArrayList<>(VideoFiles.first(20));
    shown.set(0, 1); // there is none before
    shown.set(6, 5);
    shown.set(7, 5);
    assertThat(drawn.frames()).isEqualTo(shown);
  }

  @Test
  void whatCannotBeReadLeavesNothing() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mp4"), "no video");
    Path to = folder.resolve("drawn.mp4");

    assertThatThrownBy(() -> new RenderedVideo(text, none(), number -> List.of()).write(to))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(text + ": no video");
    assertThat(folder).isDirectoryNotContaining("glob:**drawn*");
  }

  private static OptionalDouble none() {
    return OptionalDouble.empty();
  }
}
