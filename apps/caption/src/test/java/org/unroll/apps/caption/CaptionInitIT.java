package org.unroll.apps.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** A config is drafted from pictures with captions, and trains. */
class CaptionInitIT {
  private static final int COUNT = 40;

  @TempDir private Path folder;
  private Path photos;
  private Path config;

  @BeforeEach
  void pictures() throws IOException {
    config = folder.resolve("mine.yaml");
    photos = Files.createDirectories(folder.resolve("photos"));
    Path table = TinyCaptions.write(photos);
    for (int i = 8; i < COUNT; i++) {
      Files.copy(
          photos.resolve("p%d.png".formatted(i % 8)), photos.resolve("p%d.png".formatted(i)));
    }
    Files.delete(table);
  }

  private Unroll init(Object... files) {
    List<String> command = new ArrayList<>(List.of("caption", "init", "--out", config.toString()));
    Arrays.stream(files).map(Object::toString).forEach(command::add);
    return Unroll.run(command.toArray(String[]::new));
  }

  /**
   * @param row of a picture's number, name without ending, and part
   */
  private Path write(Path file, String header, String row) throws IOException {
    StringBuilder rows = new StringBuilder(header);
    for (int i = 0; i < COUNT; i++) {
      rows.append(row.formatted(i, "p" + i, i < 20 ? "train" : i < 25 ? "val" : "test"));
    }
    return Files.writeString(file, rows);
  }

  private static void assertDone(Unroll done) {
    assertThat(done.exitCode()).as(done.out() + done.err()).isZero();
  }

  private void assertTrains() {
    assertDone(
        Unroll.run(
            "caption",
            "train",
            "-c",
            config.toString(),
            "--no-ui",
            "--test",
            "--run-dir",
            folder.resolve("run").toString(),
            "-s",
            "train.epochs=1",
            "-s",
            "threads=1"));
  }

  @Test
  void aTableOfOtherColumnsIsTrainedOn() throws IOException {
    Path table =
        write(
            photos.resolve("results.csv"), "file;said;id\n", "%2$s.png;A spot number %1$d.;%1$d\n");
    Unroll drafted = init(photos);

    assertDone(drafted);
    assertThat(drafted.out())
        .contains(
            "40 pictures with 40 captions (1.0 each), such as of p0.png: \"A spot number 0.\"")
        .contains("12 × 12 pixels", "captions: 4 words in the middle", "? 32 pictures to learn");
    assertThat(config)
        .content()
        .contains("source: " + table, "columns: {image: file, caption: said}", "min-count: 1")
        .contains("size: [16, 16]", "split: {by: random");
    assertTrains();
  }

  @Test
  void namesAndCaptionsWithoutAHeaderAndListsOfNames() throws IOException {
    Path tokens = write(folder.resolve("my.token.txt"), "", "%2$s.png#0\ta spot , number %1$d .\n");
    Path train = Files.writeString(folder.resolve("my.trainImages.txt"), "p0.png\np1.png\n");
    Path dev = Files.writeString(folder.resolve("my.devImages.txt"), "p2.png\n");
    Unroll drafted = init(tokens, train, dev, photos);

    assertDone(drafted);
    assertThat(drafted.out()).contains("parts: by " + train, "train: 2 pictures with captions");
    assertThat(config)
        .content()
        .contains("images: " + photos + "/", "split: {train: " + train + ", validation: " + dev);
  }

  @Test
  void karpathysFileTellsItsParts() throws IOException {
    String row =
        "{\"filename\": \"%2$s.png\", \"split\": \"%3$s\", \"sentences\": [{\"raw\": \"spot %1$d\"}]},";
    Path json = write(photos.resolve("dataset.json"), "{\"images\": [", row);
    String rows = Files.readString(json);
    Files.writeString(json, rows.substring(0, rows.length() - 1) + "]}");
    Unroll drafted = init(json);

    assertDone(drafted);
    assertThat(drafted.out())
        .contains("parts: as the captions say", "train: 20 pictures", "validation: 5 pictures");
    assertThat(config).content().contains("source: " + json).doesNotContain("split", "images");
  }

  @Test
  void textsBesidePictures() throws IOException {
    for (int i = 0; i < COUNT; i++) {
      Files.writeString(photos.resolve("p%d.txt".formatted(i)), "a spot\na second of " + i + "\n");
    }
    Unroll drafted = init(photos);

    assertDone(drafted);
    assertThat(drafted.out()).contains("a text beside each picture", "80 captions (2.0 each)");
    assertThat(config).content().contains("source: " + photos + "/");
  }

  /** Commas of sentences, not of cells, may stand in all rows. */
  @Test
  void aTextWithAHeaderIsATable() throws IOException {
    String row = "%2$s.png,\"a spot, déjà number %1$d\"\n";
    Path text = write(photos.resolve("captions.txt"), "image,caption\n", row);
    Files.writeString(text, Files.readString(text), StandardCharsets.ISO_8859_1);
    Unroll drafted = init(photos);

    assertDone(drafted);
    assertThat(drafted.out()).contains("such as of p0.png: \"a spot, déjà number 0\"");
    assertThat(config).content().contains("encoding: windows-1252");
  }

  @Test
  void partsHaveFilesOfTheirOwn() throws IOException {
    for (String part : List.of("train", "val", "test")) {
      write(photos.resolve("captions_" + part + ".csv"), "image,caption\n", "%2$s.png,spot %1$d\n");
    }
    Unroll drafted = init(photos);

    assertDone(drafted);
    assertThat(config)
        .content()
        .contains("validation: {captions: " + photos.resolve("captions_val.csv") + "}")
        .doesNotContain("split");
  }

  @Test
  void wrongFilesAreOneMessage() throws IOException {
    assertRefused(init(photos), "no captions; expected a table with columns of pictures");
    assertRefused(init(folder.resolve("none")), "none: there is no such file");
    Path away = write(folder.resolve("away.csv"), "image,caption\n", "x%1$d.jpg,spot %1$d\n");
    assertRefused(init(away, photos), "the pictures of the captions are not found");
    Path numbers = write(folder.resolve("numbers.csv"), "a,b\n", "%1$d,%1$d\n");
    assertRefused(init(numbers), "no columns of pictures and captions found");
    assertRefused(init(away, numbers), "several files of captions");
  }

  private void assertRefused(Unroll drafted, String message) {
    assertThat(drafted.exitCode()).as(drafted.out()).isEqualTo(2);
    assertThat(drafted.err()).contains(message).hasLineCount(1);
    assertThat(config).doesNotExist();
  }
}
