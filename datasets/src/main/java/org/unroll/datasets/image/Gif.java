package org.unroll.datasets.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.unroll.datasets.table.BadCell;

/** Decodes GIFs with Java's own reader. */
final class Gif {
  private Gif() {}

  /** The first frame, on white: blue, green and red. */
  static Mat firstFrame(byte[] file) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input);
      PictureHeader.requireSize(reader.getWidth(0), reader.getHeight(0));
      return painted(reader.read(0));
    } catch (IOException e) {
      throw new BadCell("a GIF that is cut off or damaged; get it again");
    } finally {
      reader.dispose();
    }
  }

  private static Mat painted(BufferedImage frame) {
    int width = frame.getWidth();
    int height = frame.getHeight();
    BufferedImage colours = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = colours.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(frame, 0, 0, null);
    graphics.dispose();
    byte[] pixels = ((DataBufferByte) colours.getRaster().getDataBuffer()).getData();
    return PictureDecoder.mat(pixels, height, width);
  }
}
