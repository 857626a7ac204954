package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.datasets.table.BadCell;

class FrameFolderTest {
  @TempDir private Path folder;

  private void frame(String name, int number, int width, int height) throws IOException {
    VideoFiles.picture(folder.resolve(name), number, width, height);
  }

  private FrameFolder folder() {
    return new FrameFolder(folder, VideoFiles.asWritten());
  }

  private FrameFolder folder(double rate) {
    return new FrameFolder(
        folder, new FrameSettings(VideoFiles.asWritten().picture(), OptionalDouble.of(rate), 10));
  }

  @Test
  void framesComeInNaturalOrderWhateverTheirSize() throws IOException {
    for (int i : new int[] {10, 2, 1, 30, 9}) {
      frame("frame" + i + ".png", i, 64, 48);
    }
    frame("frame11.jpg", 11, 640, 480);
    frame("frame12.bmp", 12, 32, 24);
    Files.writeString(folder.resolve("labels.csv"), "frame,label\n");
    Files.writeString(folder.resolve(".hidden.png"), "no picture");
    Files.createDirectory(folder.resolve("more.png"));
    assertThat(VideoFiles.numbers(folder())).containsExactly(1, 2, 9, 10, 11, 12, 30);
    FrameTally tally = folder().read(frame -> {});
    assertThat(tally.frames()).isEqualTo(tally.counted()).isEqualTo(7);
    assertThat(tally.rate()).isEqualTo(25);
    assertThat(tally.number(6)).isEqualTo(6);
    assertThat(tally.notices()).isEmpty();
  }

  @Test
  void picturesThatCannotBeReadAreLeftOutAndNamed() throws IOException {
    for (int i = 0; i < 10; i++) {
      frame(i + ".png", i, 64, 48);
    }
    Files.writeString(folder.resolve("3.png"), "no picture");
    byte[] whole = Files.readAllBytes(folder.resolve("4.png"));
    Files.write(folder.resolve("4.png"), Arrays.copyOf(whole, whole.length / 2));
    assertThat(VideoFiles.numbers(folder())).containsExactly(0, 1, 2, 5, 6, 7, 8, 9);
    FrameTally tally = folder().read(frame -> {});
    assertThat(tally.skipped()).containsExactly(3, 4);
    assertThat(tally.counted()).isEqualTo(10);
    assertThat(tally.numbers()).containsExactly(0, 1, 2, 5, 6, 7, 8, 9);
    assertThat(tally.notices())
        .singleElement()
        .asString()
        .startsWith("2 of 10 frames are unreadable and were skipped: 3.png: text, no picture")
        .contains("; 4.png: cut off");
    assertThat(VideoFiles.numbers(folder(10))) // their time goes to the frame before
        .containsExactly(0, 1, 2, 2, 2, 5, 6, 7, 8, 9);
    assertThat(folder(10).read(frame -> {}).numbers())
        .containsExactly(0, 1, 2, 2, 2, 5, 6, 7, 8, 9);
    Files.writeString(folder.resolve("0.png"), "no picture");
    assertThat(VideoFiles.numbers(folder(10))).containsExactly(1, 1, 2, 2, 2, 5, 6, 7, 8, 9);
  }

  @Test
  void aRateTakesSomeOrTakesThemAgain() throws IOException {
    for (int i = 0; i < 10; i++) {
      frame(i + ".png", i, 64, 48);
    }
    assertThat(VideoFiles.numbers(folder(5))).containsExactly(0, 2, 4, 6, 8);
    assertThat(VideoFiles.numbers(folder(20))).hasSize(20).startsWith(0, 0, 1, 1).endsWith(9, 9);
    assertThat(folder(5).read(frame -> {}).rate()).isEqualTo(5);
    assertThatThrownBy(() -> folder(0)).isInstanceOf(UserError.class).hasMessageContaining("0.0");
  }

  @Test
  void aFolderWithoutFramesIsRefused() throws IOException {
    assertThatThrownBy(() -> folder().read(frame -> {}))
        .isInstanceOf(BadCell.class)
        .hasMessageContaining("no pictures in this folder");
    Files.writeString(folder.resolve("1.png"), "no picture");
    assertThatThrownBy(() -> folder().read(frame -> {}))
        .isInstanceOf(BadCell.class)
        .hasMessageContaining("none of its 1 pictures can be read: 1.png: text, no picture");
    FrameFolder missing = new FrameFolder(folder.resolve("none"), VideoFiles.asWritten());
    assertThatThrownBy(missing::state)
        .isInstanceOf(BadCell.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void namesAreOrderedByTheirNumbers() {
    List<String> ordered =
        List.of(
            "",
            "01",
            "1",
            "2",
            "10",
            "a",
            "a1b2",
            "a1b10",
            "a2",
            "a9",
            "a010",
            "a10x",
            "a99999999999999999998",
            "a99999999999999999999",
            "b");
    for (int seed = 0; seed < 20; seed++) {
      List<String> names = new ArrayList<>(ordered);
      Collections.shuffle(names, new Random(seed));
      names.sort(NaturalOrder.NAMES);
      assertThat(names).isEqualTo(ordered);
    }
  }
}
