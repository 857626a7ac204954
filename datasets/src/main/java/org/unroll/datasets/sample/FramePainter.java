package org.unroll.datasets.sample;

import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.image.Picture;

/**
 * Paints the frames of a generated video. One half of a shape is darker than the other, so that
 * discs are seen to turn.
 */
record FramePainter(SampleLook look, Backdrop backdrop) {
  static final PictureSize SIZE = new PictureSize(3, 64, 64);

  private static final double DARKEST = 20;
  private static final double BRIGHTEST = 80; // of what is behind
  private static final double SHADE = 0.35;

  Picture paint(int frame, ShapePlace place) {
    byte[] pixels = new byte[SIZE.length()];
    for (int row = 0; row < SIZE.height(); row++) {
      for (int column = 0; column < SIZE.width(); column++) {
        double right = column + 0.5 - place.x();
        double down = row + 0.5 - place.y();
        double covered = covered(place, right, down);
        double behind = backdrop.brightness(frame, column, row);
        double lit = SHADE + (1 - SHADE) * lit(place, right, down);
        for (int channel = 0; channel < SIZE.channels(); channel++) {
          double back = DARKEST + (BRIGHTEST - DARKEST) * behind * backdrop.tint(channel);
          double front = look.colour().level(channel) * lit;
          int at = channel * SIZE.plane() + row * SIZE.width() + column;
          pixels[at] = (byte) Math.round(covered * front + (1 - covered) * back);
        }
      }
    }
    return new Picture(SIZE, pixels);
  }

  /** How much of a pixel is the shape's: its edge is a pixel wide. */
  private double covered(ShapePlace place, double right, double down) {
    double from = Math.sqrt(right * right + down * down);
    if (from > place.radius() + 1) {
      return 0;
    }
    double angle = Math.atan2(down, right) - place.angle();
    return share(look.outline().reach(angle) * place.radius() - from);
  }

  /** How much of a pixel is of the brighter half. */
  private static double lit(ShapePlace place, double right, double down) {
    return share(right * Math.cos(place.angle()) + down * Math.sin(place.angle()));
  }

  private static double share(double inside) {
    return Math.max(0, Math.min(1, 0.5 + inside));
  }
}
