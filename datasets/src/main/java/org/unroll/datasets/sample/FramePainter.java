package org.unroll.datasets.sample;

import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.image.Picture;

/**
 * Paints the frames of a generated video. One half of a shape is darker than the other, so that
 * discs are seen to turn.
 */
record FramePainter(SampleLook look, Backdrop backdrop) {
  static final PictureSize SIZE = new PictureSize(3, 64, 64);

  private static final double SHADE = 0.35;

  Picture paint(int frame, ShapePlace place) {
    byte[] pixels = new byte[SIZE.length()];
    for (int row = 0; row < SIZE.height(); row++) {
      for (int column = 0; column < SIZE.width(); column++) {
        double right = column + 0.5 - place.x();
        double down = row + 0.5 - place.y();
        double covered = place.covered(look.outline(), row, column);
        double behind = backdrop.brightness(frame, column, row);
        double lit = SHADE + (1 - SHADE) * lit(place, right, down);
        for (int channel = 0; channel < SIZE.channels(); channel++) {
          double back = backdrop.level(behind, channel);
          double front = look.colour().level(channel) * lit;
          int at = channel * SIZE.plane() + row * SIZE.width() + column;
          pixels[at] = (byte) Math.round(covered * front + (1 - covered) * back);
        }
      }
    }
    return new Picture(SIZE, pixels);
  }

  /** How much of a pixel is of the brighter half. */
  private static double lit(ShapePlace place, double right, double down) {
    return ShapePlace.share(right * Math.cos(place.angle()) + down * Math.sin(place.angle()));
  }
}
