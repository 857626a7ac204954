package org.unroll.datasets.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.unroll.core.layer.image.PictureSize;

/** Small pictures, to be shown. */
public final class PictureThumbnail {
  private static final int WIDEST = 160; // pixels

  private PictureThumbnail() {}

  /** A PNG file's bytes in Base64. */
  public static String png(Picture picture) {
    return png(picture.pixels(), picture.size(), WIDEST);
  }

  /**
   * The same of all that a picture file shows.
   *
   * @throws org.unroll.datasets.table.BadCell if it cannot be read as a picture
   */
  public static String whole(byte[] file) {
    return png(PictureDecoder.whole(file, WIDEST));
  }

  /**
   * @param widest pixels of it; of larger pictures every second, third, … pixel is taken
   */
  public static String png(byte[] pixels, PictureSize size, int widest) {
    int step = Math.max(1, (size.width() + widest - 1) / widest);
    int width = Math.max(1, size.width() / step);
    int height = Math.max(1, size.height() / step);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, colour(pixels, size, y * step * size.width() + x * step));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static int colour(byte[] pixels, PictureSize size, int place) {
    int colour = 0;
    for (int channel = 0; channel < 3; channel++) {
      int plane = Math.min(channel, size.channels() - 1) * size.plane();
      colour = colour << 8 | pixels[plane + place] & 0xFF;
    }
    return colour;
  }
}
