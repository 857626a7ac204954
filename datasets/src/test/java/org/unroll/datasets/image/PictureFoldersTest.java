package org.unroll.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.yaml.Problems;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.table.TextSplit;

class PictureFoldersTest {
  @TempDir private Path folder;

  private final PictureFolders folders =
      new PictureFolders(
          PictureFiles.decoder("{size: [4, 4], grey: true}"), new Tables(Optional.empty(), 0.5));

  private Path picture(String name, int grey) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Color colour = new Color(grey, grey, grey);
    BufferedImage image =
        PictureFiles.fields(BufferedImage.TYPE_INT_RGB, 4, 4, colour, colour, colour, colour);
    return Files.write(file, PictureFiles.file(image, "png"));
  }

  @Test
  void aFolderIsAClass() throws IOException {
    for (int i = 0; i < 20; i++) {
      picture("%s/%02d.png".formatted(i % 2 == 0 ? "even" : "odd", i), i);
    }
    picture("odd/more/deep.PNG", 99);
    Files.writeString(folder.resolve("odd/.DS_Store"), "left out");
    List<LabelledPicture> rows = folders.read(folder).rows();
    assertThat(rows).hasSize(21).extracting(LabelledPicture::label).contains("even", "odd");
    assertThat(rows)
        .isSortedAccordingTo((a, b) -> a.origin().source().compareTo(b.origin().source()));
    assertThat(rows.get(3).input().at(0, 2, 2)).isEqualTo(6);
    assertThat(rows.get(3).origin()).hasToString(folder.resolve("even/06.png").toString());
    assertThat(rows.get(20).input().at(0, 0, 0)).isEqualTo(99);
    assertThat(rows.get(20).label()).isEqualTo("odd");
  }

  @Test
  void whatIsNoPictureIsTold() throws IOException {
    picture("a/1.png", 1);
    picture("b/2.png", 2);
    picture("b/3.png", 2);
    Path text = Files.writeString(folder.resolve("a/text.png"), "no picture at all");
    Path cut = folder.resolve("b/cut.png");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(picture("b/4.png", 3)), 50));
    Path loose = picture("loose.png", 3);
    TableRows<LabelledPicture> read = folders.read(folder);
    assertThat(read.rows()).hasSize(4);
    List<String> told = new ArrayList<>();
    read.reported(folder, new DataAccess(true, told::add));
    assertThat(told).hasSize(1);
    assertThat(told.get(0))
        .startsWith(folder + ": 3 of 7 rows bad")
        .contains(text + ": text, no picture; expected a PNG")
        .contains(cut + ": cut off")
        .contains(loose + ": stands in no folder of a class");
    PictureFolders strict = new PictureFolders(folders.decoder(), Tables.published());
    assertThatThrownBy(() -> strict.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("too many bad rows");
  }

  @Test
  void nothingToReadIsOneMessage() throws IOException {
    assertThatThrownBy(() -> folders.read(folder.resolve("none")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is no folder");
    Files.createDirectories(folder.resolve("a"));
    assertThatThrownBy(() -> folders.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no pictures");
  }

  @Test
  void aFolderIsCutAndHasADigest() throws IOException {
    for (int i = 0; i < 40; i++) {
      picture("a/%d.png".formatted(i), 5 * i);
      picture("b/%d.png".formatted(i), 5 * i); // equal ones stay together
    }
    Source<List<LabelledPicture>> cut =
        TextSplit.cut(
            List.of(folder),
            Optional.of(new TextSplit(TextSplit.By.RANDOM, List.of(0.6, 0.2, 0.2))),
            path -> folders.read(path).rows(),
            each -> each.input().key());
    List<LabelledPicture> train = cut.read(Split.TRAIN);
    assertThat(train).hasSizeBetween(30, 66);
    assertThat(train.stream().filter(each -> each.label().equals("a")).count() * 2)
        .isEqualTo(train.size());
    assertThat(cut.digests()).containsOnlyKeys(folder.toString());
  }

  @Test
  void settingsAreChecked() {
    PictureConfig config =
        PictureFiles.config(
            "{size: [8, 16], resize: pad, augment: {crop: 4, flip: true, jitter: 0.2}}");
    assertThat(config.pictureSize()).isEqualTo(new PictureSize(3, 8, 16));
    assertThat(config.augment()).isEqualTo(new AugmentConfig(4, true, 0.2));
    assertThat(PictureFiles.config("{size: [8, 16]}").augment()).isEqualTo(AugmentConfig.NONE);
    Problems problems = new Problems();
    Optional<RegionConfig> whole = Optional.empty();
    new PictureConfig(List.of(8), false, Fit.COVER, whole, AugmentConfig.NONE)
        .check("data", problems);
    assertThat(problems.found()).hasSize(1);
    Optional<RegionConfig> outside = Optional.of(new RegionConfig(1, 0, 8, 16));
    new PictureConfig(List.of(8, 16), false, Fit.COVER, outside, AugmentConfig.NONE)
        .check("data", problems);
    assertThat(problems.found()).hasSize(2);
    assertThat(
            PictureFiles.config("{size: [8, 16], region: {top: 1, left: 0, height: 7, width: 16}}")
                .pictureSize())
        .isEqualTo(new PictureSize(3, 7, 16));
  }
}
