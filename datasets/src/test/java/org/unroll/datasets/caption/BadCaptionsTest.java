package org.unroll.datasets.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.datasets.image.PictureFiles;

class BadCaptionsTest {
  private static final String ANY = "source: sample, max-bad-rows: 0.7";

  @TempDir private Path path;
  private CaptionFolder folder;

  @BeforeEach
  void pictures() {
    folder = new CaptionFolder(path).pictures("1.png", "2.png");
  }

  private List<String> read(String rows) {
    folder.write("a.csv", "image,caption\n" + rows);
    return folder.captioned(ANY, "a.csv");
  }

  @Test
  void emptyCaptionsAreSkipped() {
    assertThat(read("1.png,\n1.png,a dog\n2.png, . !\n,a cat\n1.png,it\n"))
        .containsExactly("1 a dog|it");
    assertThat(folder.notices)
        .containsExactly(
            "%s/a.csv: 3 of 5 rows bad; %s/a.csv:2: nothing in column \"caption\"; %s/a.csv:4: a caption without a word: . !; %s/a.csv:5: nothing in column \"image\""
                .formatted(path, path, path, path));
  }

  @Test
  void captionsOfPicturesThatAreNotThereAreSkipped() {
    folder.pictures("x/7.png", "y/7.png");
    assertThat(read("1.png,a dog\n1.png.1,a ghost\n7.png,which?\ny/7.png,this\n"))
        .containsExactly("1 a dog", "7 this");
    assertThat(folder.notices).hasSize(1);
    assertThat(folder.notices.get(0))
        .contains("2 of 4 rows bad", "a.csv:3: there is no picture '1.png.1' in " + path)
        .contains("a.csv:4: several pictures are called '7.png', such as x/7.png and y/7.png");
    assertThatThrownBy(() -> read("1.png,a dog\n3.png,\n4.png,x\n5.png,x\n6.png,x\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("too many bad rows");
  }

  @Test
  void whereNoPictureIsFoundTheirPlaceIsAskedFor() {
    assertThatThrownBy(() -> read("7.png,a dog\n8.png,a cat\n"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "%s/a.csv: none of its pictures is found: %s/a.csv:2: there is no picture '7.png' in %s; name their folder or .zip in data.images"
                .formatted(path, path, path));
  }

  @Test
  void aPictureNamedTwiceIsOne() {
    assertThat(read("1.png,a dog\n2.png,a cat\n./1.png,a dog\n"))
        .containsExactly("1 a dog|a dog", "2 a cat");
    folder.write(
        "twice.json",
        """
        {"images": [{"id": 1, "file_name": "1.png"}, {"id": 2, "file_name": "1.png"}],
         "annotations": [{"image_id": 1, "caption": "a dog"}, {"image_id": 2, "caption": "it"},
           {"image_id": 3, "caption": "lost"}]}""");
    assertThat(folder.captioned(ANY, "twice.json")).containsExactly("1 a dog|it");
    assertThat(folder.notices.get(0)).contains("twice.json:3: a caption of image 3, not listed");
  }

  @Test
  void oddPicturesAreReadAndDamagedOnesSkipped() throws IOException {
    byte[] jpeg =
        PictureFiles.file(
            PictureFiles.fields(
                BufferedImage.TYPE_INT_RGB,
                64,
                64,
                Color.RED,
                Color.GREEN,
                Color.BLUE,
                Color.WHITE),
            "jpg");
    folder.write("cut.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
    folder.write("cmyk.jpg", PictureFiles.ofAdobe(PictureFiles.cmykJpeg(255, 255, 255, 128)));
    folder.write("deep.png", PictureFiles.file(deep(0x4040), "png"));
    folder.write("huge.png", huge());
    assertThat(read("cut.jpg,cut\ncmyk.jpg,inks\ndeep.png,deep\nhuge.png,huge\n"))
        .containsExactly("128 inks", "64 deep");
    assertThat(folder.notices).hasSize(1);
    assertThat(folder.notices.get(0))
        .startsWith(path + " (given): 2 of 4 pictures bad")
        .contains("cut.jpg: cut off", "huge.png: 20,000 × 20,000 pixels: more than");
    assertThatThrownBy(() -> read("cut.jpg,cut\nhuge.png,huge\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("too many bad pictures");
  }

  private static BufferedImage deep(int grey) {
    ComponentColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            false,
            false,
            BufferedImage.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 4, 4, 1, null);
    for (int i = 0; i < 16; i++) {
      raster.setSample(i % 4, i / 4, 0, grey);
    }
    return new BufferedImage(colours, raster, false, null);
  }

  /** It says so; there is nothing behind it. */
  private static byte[] huge() {
    byte[] file = CaptionFolder.png(9);
    ByteBuffer.wrap(file).putInt(16, 20_000).putInt(20, 20_000);
    return file;
  }

  @Test
  void aDamagedArchiveIsRefusedAndADamagedMemberSkipped() throws IOException {
    Path zip = folder.zip("all.zip", "5.png", "6.png");
    byte[] bytes = Files.readAllBytes(zip);
    folder.write("z.csv", "image,caption\n5.png,five\n6.png,six\n");
    String yaml =
        "train: {captions: @z.csv, images: @all.zip}, validation: {captions: @z.csv}, max-bad-rows: 0.5";
    bytes[60] ^= 0x55;
    Files.write(zip, bytes);
    assertThat(folder.part(yaml, Split.TRAIN)).containsExactly("6 six");
    assertThat(folder.notices.get(0))
        .contains("5.png: damaged in the archive: its check sum is another");
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> folder.part(yaml, Split.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("all.zip: not a whole zip archive");
  }

  @Test
  void whatHasNoRoomInMemoryIsRefusedBeforeItIsRead() {
    assertThatThrownBy(() -> NamedContents.requireRoom(1 << 20, 1 << 20, "shrink them"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("shrink them, or give it more by -Xmx");
    NamedContents.requireRoom(1000, 1000, "");
  }
}
