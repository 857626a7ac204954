package org.unroll.datasets.video;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.unroll.core.app.FramePicture;
import org.unroll.core.layer.image.PictureSize;

/** Small pictures of some frames, to be shown. */
public final class FrameThumbnails {
  private static final int MOST = 8;
  private static final int WIDEST = 48; // pixels

  private FrameThumbnails() {}

  /** Of evenly spaced frames, each in the middle of its stretch. */
  public static List<FramePicture> of(PictureFrames frames) {
    int count = Math.min(MOST, frames.length());
    byte[] pixels = new byte[frames.size().length()];
    List<FramePicture> thumbnails = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int frame = (int) ((2L * i + 1) * frames.length() / (2L * count));
      frames.read(frame, pixels);
      thumbnails.add(new FramePicture(frame, png(pixels, frames.size())));
    }
    return thumbnails;
  }

  private static String png(byte[] pixels, PictureSize size) {
    int step = Math.max(1, (size.width() + WIDEST - 1) / WIDEST);
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
