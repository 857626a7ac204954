package org.unroll.datasets.video;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.unroll.core.UserError;

/** Writes lines of text over the lower left of pictures, white on a dark ground. */
final class Caption {
  private static final Color GROUND = new Color(0, 0, 0, 160);
  private static final int SHARE = 14; // lines that a picture has place for
  private static final int SMALLEST = 9;
  private static final int LARGEST = 48;

  private Caption() {}

  /**
   * @throws UserError if this machine has no fonts
   */
  static void requireFonts() {
    try {
      draw(new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR), List.of("a"));
    } catch (LinkageError | InternalError | RuntimeException e) { // whatever Java finds missing
      throw new UserError(
          "no text can be drawn, as Java finds no fonts on this machine; install fontconfig and a font, such as fonts-dejavu-core",
          e);
    }
  }

  /** Smaller than usual where a line would be wider than the picture. */
  static void draw(BufferedImage picture, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    int size = Math.max(SMALLEST, Math.min(LARGEST, picture.getHeight() / SHARE));
    FontMetrics font = font(graphics, size);
    int room = picture.getWidth() - font.getDescent();
    if (width(font, lines) > room) {
      font = font(graphics, Math.max(SMALLEST, size * room / width(font, lines)));
    }
    int margin = font.getDescent();
    int top = picture.getHeight() - lines.size() * font.getHeight();
    graphics.setColor(GROUND);
    graphics.fillRect(0, top, width(font, lines) + 2 * margin, picture.getHeight() - top);
    graphics.setColor(Color.WHITE);
    for (int i = 0; i < lines.size(); i++) {
      graphics.drawString(lines.get(i), margin, top + i * font.getHeight() + font.getAscent());
    }
    graphics.dispose();
  }

  private static FontMetrics font(Graphics2D graphics, int size) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    return graphics.getFontMetrics();
  }

  private static int width(FontMetrics font, List<String> lines) {
    return lines.stream().mapToInt(font::stringWidth).max().orElse(1);
  }
}
