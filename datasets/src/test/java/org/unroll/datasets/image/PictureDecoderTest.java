package org.unroll.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.table.BadCell;

class PictureDecoderTest {
  private static final Color[] COLOURS = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};

  private static BufferedImage fields(int type) {
    return PictureFiles.fields(type, 32, 32, COLOURS);
  }

  private static Picture decoded(byte[] file) {
    return PictureFiles.decoder("{size: [32, 32]}").decode(file);
  }

  private static int[] colour(Picture picture, int row, int column) {
    int[] colour = new int[picture.size().channels()];
    Arrays.setAll(colour, channel -> picture.at(channel, row, column));
    return colour;
  }

  private static void assertColour(Picture picture, int row, int column, int... expected) {
    int[] found = colour(picture, row, column);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).as(Arrays.toString(found)).isCloseTo(expected[i], within(3));
    }
  }

  private static void assertFields(Picture picture) {
    assertColour(picture, 4, 4, 255, 0, 0);
    assertColour(picture, 4, 28, 0, 255, 0);
    assertColour(picture, 28, 4, 0, 0, 255);
    assertColour(picture, 28, 28, 255, 255, 255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void allFormatsGiveTheSame(String format) {
    assertFields(decoded(PictureFiles.file(fields(BufferedImage.TYPE_INT_RGB), format)));
  }

  private static byte[] webp() {
    byte[] pixels = new byte[32 * 32 * 3];
    BufferedImage image = fields(BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 32 * 32; i++) {
      int colour = image.getRGB(i % 32, i / 32);
      pixels[3 * i] = (byte) colour;
      pixels[3 * i + 1] = (byte) (colour >> 8);
      pixels[3 * i + 2] = (byte) (colour >> 16);
    }
    BytePointer encoded = new BytePointer();
    imencode(".webp", PictureDecoder.mat(pixels, 32, 32), encoded);
    byte[] file = new byte[(int) encoded.limit()];
    encoded.get(file);
    return file;
  }

  @Test
  void progressiveAndAnimatedFilesToo() throws IOException {
    BufferedImage image = fields(BufferedImage.TYPE_INT_RGB);
    assertFields(decoded(PictureFiles.progressiveJpeg(image)));
    assertFields(decoded(PictureFiles.animatedGif(image, new BufferedImage(32, 32, 1))));
  }

  @Test
  void aDecodedFrameIsFitted() {
    byte[] blue = new byte[8 * 8 * 3];
    for (int i = 0; i < blue.length; i += 3) {
      blue[i] = (byte) 255;
    }
    try (Mat frame = PictureDecoder.mat(blue, 8, 8)) {
      assertColour(PictureFiles.decoder("{size: [4, 4]}").fitted(frame), 2, 2, 0, 0, 255);
      assertColour(PictureFiles.decoder("{size: [4, 4], grey: true}").fitted(frame), 2, 2, 29);
      assertThat(frame.isNull()).isFalse(); // it is the caller's
    }
  }

  @Test
  void aRegionIsCutOutOfTheSizedPicture() {
    PictureDecoder whole = PictureFiles.decoder("{size: [64, 128], resize: stretch}");
    PictureDecoder road =
        PictureFiles.decoder(
            "{size: [64, 128], resize: stretch, region: {top: 22, left: 8, height: 34, width: 99}}");
    byte[] file = PictureFiles.file(fields(BufferedImage.TYPE_INT_RGB), "jpg");
    Picture all = whole.decode(file);
    Picture part = road.decode(file);
    assertThat(part.size()).isEqualTo(road.size()).isEqualTo(new PictureSize(3, 34, 99));
    for (int row = 0; row < 34; row++) {
      for (int column = 0; column < 99; column++) {
        assertThat(colour(part, row, column)).isEqualTo(colour(all, row + 22, column + 8));
      }
    }
  }

  /** Whatever is in a file, it is a picture or refused. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "webp"})
  void noFileDoesHarm(String format) {
    byte[] file =
        format.equals("webp")
            ? webp()
            : PictureFiles.file(fields(BufferedImage.TYPE_INT_RGB), format);
    Random random = new Random(5);
    int pictures = 0;
    for (int i = 0; i < 60; i++) {
      byte[] damaged = file.clone();
      for (int change = 0; change <= i % 4; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        pictures += decoded(damaged).size().length() > 0 ? 1 : 0;
      } catch (BadCell e) {
        assertThat(e).hasMessageMatching("[^:]+.*");
      }
    }
    assertThat(pictures).isLessThan(60);
  }

  @Test
  void webpToo() {
    assertFields(decoded(webp()));
  }

  @Test
  void greyIsOneChannel() {
    Picture grey =
        PictureFiles.decoder("{size: [32, 32], grey: true}")
            .decode(PictureFiles.file(fields(BufferedImage.TYPE_INT_RGB), "png"));
    assertThat(grey.size()).isEqualTo(new PictureSize(1, 32, 32));
    assertColour(grey, 4, 4, 76); // 0.299 of red, 0.587 of green, 0.114 of blue
    assertColour(grey, 4, 28, 150);
    assertColour(grey, 28, 28, 255);
    BufferedImage image = PictureFiles.fields(BufferedImage.TYPE_BYTE_GRAY, 32, 32, COLOURS);
    Picture coloured = decoded(PictureFiles.file(image, "png"));
    assertThat(coloured.at(0, 4, 4)).isEqualTo(coloured.at(2, 4, 4));
  }

  /** Which field of the file is seen top left, top right, bottom left and bottom right. */
  @ParameterizedTest
  @CsvSource({"1,ABCD", "2,BADC", "3,DCBA", "4,CDAB", "5,ACBD", "6,CADB", "7,DBCA", "8,BDAC"})
  void picturesAreTurnedAsTheCameraWasHeld(int orientation, String seen) {
    Color[] levels = {
      new Color(0, 0, 0), new Color(80, 80, 80), new Color(160, 160, 160), new Color(240, 240, 240)
    };
    byte[] file =
        PictureFiles.turned(
            PictureFiles.file(
                PictureFiles.fields(BufferedImage.TYPE_INT_RGB, 64, 32, levels), "jpg"),
            orientation);
    int[] size = orientation < 5 ? new int[] {32, 64} : new int[] {64, 32};
    Picture picture = PictureFiles.decoder("{size: " + Arrays.toString(size) + "}").decode(file);
    for (int field = 0; field < 4; field++) {
      int row = (field / 2 * 2 + 1) * size[0] / 4;
      int column = (field % 2 * 2 + 1) * size[1] / 4;
      assertColour(picture, row, column, 80 * (seen.charAt(field) - 'A'));
    }
  }

  @Test
  void fourInksBecomeThreeColours() throws IOException {
    byte[] red = PictureFiles.cmykJpeg(255, 0, 0, 255); // of Adobe: paper where it is 255
    assertColour(decoded(PictureFiles.ofAdobe(red)), 8, 8, 255, 0, 0);
    assertRefused(red, "a CMYK JPEG that does not say what its numbers mean");
  }

  @Test
  void sixteenBitsBecomeEight() {
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(3, 2, 0, 0x8042);
    assertColour(decoded(PictureFiles.file(image, "png")), 2, 3, 0x80, 0x80, 0x80);
  }

  @Test
  void paletteBecomesColours() {
    assertFields(decoded(PictureFiles.file(fields(BufferedImage.TYPE_BYTE_INDEXED), "png")));
    assertFields(decoded(PictureFiles.file(fields(BufferedImage.TYPE_BYTE_INDEXED), "bmp")));
  }

  @Test
  void whatIsTransparentShowsWhite() {
    Color half = new Color(200, 0, 0, 128);
    Color none = new Color(0, 0, 0, 0);
    BufferedImage image =
        PictureFiles.fields(BufferedImage.TYPE_INT_ARGB, 32, 32, none, half, Color.RED, none);
    Picture picture = decoded(PictureFiles.file(image, "png"));
    assertColour(picture, 4, 4, 255, 255, 255);
    assertColour(picture, 4, 28, 227, 127, 127);
    assertColour(picture, 28, 4, 255, 0, 0);
    assertColour(
        PictureFiles.decoder("{size: [32, 32], grey: true}")
            .decode(PictureFiles.file(image, "png")),
        4,
        4,
        255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void aTransparentColourOfAPaletteToo(String format) {
    byte[] black = {0, 0};
    IndexColorModel palette = new IndexColorModel(1, 2, black, black, black, 1); // 1: transparent
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setSample(5, 5, 0, 1);
    Picture picture = decoded(PictureFiles.file(image, format));
    assertColour(picture, 5, 5, 255, 255, 255);
    assertColour(picture, 5, 6, 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void aFileCutOffIsRefused(String format) {
    byte[] file = PictureFiles.file(fields(BufferedImage.TYPE_INT_RGB), format);
    for (int length = 30; length < file.length - 2; length += 1 + file.length / 40) {
      assertRefused(Arrays.copyOf(file, length), "cut off");
    }
  }

  @Test
  void webpCutOffToo() {
    byte[] file = webp();
    assertRefused(Arrays.copyOf(file, file.length - 10), "cut off");
  }

  @Test
  void whatStandsBehindAPictureIsNoMatter() {
    byte[] jpeg = PictureFiles.file(fields(BufferedImage.TYPE_INT_RGB), "jpg");
    assertFields(decoded(PictureFiles.joined(jpeg, "a trailer".getBytes())));
  }

  @Test
  void aDamagedFileIsRefused() {
    byte[] png = PictureFiles.file(fields(BufferedImage.TYPE_INT_RGB), "png");
    for (int i = 45; i < 60; i++) { // of the packed pixels
      png[i] ^= 0x55;
    }
    assertRefused(png, "a damaged PNG");
  }

  @Test
  void aHugePictureIsRefusedByItsHeader() {
    byte[] png = PictureFiles.file(fields(BufferedImage.TYPE_INT_RGB), "png");
    png[18] = png[22] = 0x4E; // 0x4E20 is 20,000, with the 0x20 that is there
    assertRefused(png, "20,000 × 20,000 pixels: more than the 100,000,000 that are read");
    byte[] gif = PictureFiles.file(fields(BufferedImage.TYPE_INT_RGB), "gif");
    gif[7] = gif[9] = 0x4E;
    assertRefused(gif, "20,000 × 20,000 pixels");
    byte[] bmp = PictureFiles.file(fields(BufferedImage.TYPE_INT_RGB), "bmp");
    bmp[20] = bmp[24] = 1;
    assertRefused(bmp, "65,568 × 65,568 pixels");
  }

  @Test
  void whatIsNoPictureIsNamed() {
    assertRefused("label,text\nno picture at all\n".getBytes(), "text, no picture; expected a PNG");
    assertRefused(new byte[0], "an empty file");
    assertRefused("II*\0rest of it".getBytes(), "a TIFF");
    assertRefused("\0\0\0\u0018ftypheic\0\0\0\0".getBytes(), "a HEIC picture");
    assertRefused("\0\0\0\u0018ftypisom\0\0\0\0".getBytes(), "a video");
    assertRefused(new byte[] {0, 1, 2, 3, 4, 5}, "no picture, or a damaged one");
  }

  private static void assertRefused(byte[] file, String reason) {
    assertThatThrownBy(() -> decoded(file))
        .isInstanceOf(BadCell.class)
        .hasMessageContaining(reason);
  }

  @Test
  void anotherFormIsCutPaddedOrStretched() {
    Color[] four = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    byte[] wide =
        PictureFiles.file(PictureFiles.fields(BufferedImage.TYPE_INT_RGB, 64, 32, four), "png");

    Picture cover = PictureFiles.decoder("{size: [16, 16]}").decode(wide);
    assertColour(cover, 3, 7, 255, 0, 0);
    assertColour(cover, 3, 8, 0, 255, 0);

    Picture pad = PictureFiles.decoder("{size: [16, 16], resize: pad}").decode(wide);
    assertColour(pad, 3, 3, 0, 0, 0);
    assertColour(pad, 4, 0, 255, 0, 0);
    assertColour(pad, 11, 15, 255, 255, 255);
    assertColour(pad, 12, 15, 0, 0, 0);

    Picture stretch = PictureFiles.decoder("{size: [16, 16], resize: stretch}").decode(wide);
    assertFieldsOf16(stretch);
    assertFieldsOf16(PictureFiles.decoder("{size: [16, 16], resize: stretch}").decode(smaller()));
  }

  private static byte[] smaller() {
    Color[] four = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    return PictureFiles.file(PictureFiles.fields(BufferedImage.TYPE_INT_RGB, 8, 4, four), "png");
  }

  private static void assertFieldsOf16(Picture picture) {
    assertColour(picture, 2, 2, 255, 0, 0);
    assertColour(picture, 2, 13, 0, 255, 0);
    assertColour(picture, 13, 2, 0, 0, 255);
    assertColour(picture, 13, 13, 255, 255, 255);
  }

  /** A JPEG eight times as large is decoded at an eighth. */
  @ParameterizedTest
  @ValueSource(ints = {70, 140, 290})
  void aLargePhotographLooksTheSame(int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        image.setRGB(x, y, new Color(255 * x / side, 255 * y / side, 128).getRGB());
      }
    }
    Picture png = decoded(PictureFiles.file(image, "png"));
    Picture jpeg = decoded(PictureFiles.file(image, "jpg"));
    for (int place = 0; place < 32; place++) {
      int[] expected = colour(png, place, 31 - place);
      int[] found = colour(jpeg, place, 31 - place);
      for (int i = 0; i < 3; i++) {
        assertThat(found[i]).isCloseTo(expected[i], within(6));
      }
    }
  }
}
