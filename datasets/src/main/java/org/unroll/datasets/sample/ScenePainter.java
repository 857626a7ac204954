package org.unroll.datasets.sample;

import java.util.List;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.image.Picture;

/** Paints a generated scene. */
final class ScenePainter {
  private static final PictureSize SIZE = SceneLayout.SIZE;

  private final double[] levels = new double[SIZE.length()];

  private ScenePainter() {}

  static Picture paint(List<PlacedShape> shapes, Backdrop backdrop) {
    ScenePainter painter = new ScenePainter();
    painter.fill(backdrop);
    shapes.forEach(painter::add);
    byte[] pixels = new byte[SIZE.length()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(painter.levels[i]);
    }
    return new Picture(SIZE, pixels);
  }

  private void fill(Backdrop backdrop) {
    for (int row = 0; row < SIZE.height(); row++) {
      for (int column = 0; column < SIZE.width(); column++) {
        double brightness = backdrop.brightness(0, column, row);
        for (int channel = 0; channel < SIZE.channels(); channel++) {
          levels[at(channel, row, column)] = backdrop.level(brightness, channel);
        }
      }
    }
  }

  private void add(PlacedShape shape) {
    ShapePlace place = shape.place();
    double reach = place.radius() + 1;
    for (int row = pixel(place.y() - reach); row <= pixel(place.y() + reach); row++) {
      for (int column = pixel(place.x() - reach); column <= pixel(place.x() + reach); column++) {
        double covered = shape.look().shape().covered(place, row, column);
        for (int channel = 0; channel < SIZE.channels(); channel++) {
          int at = at(channel, row, column);
          double front = shape.look().colour().level(channel) * shape.lit();
          levels[at] = covered * front + (1 - covered) * levels[at];
        }
      }
    }
  }

  /** The row or column of a place, or the nearest that is in the picture. */
  private static int pixel(double place) {
    return (int) Math.max(0, Math.min(SIZE.width() - 1, Math.floor(place)));
  }

  private static int at(int channel, int row, int column) {
    return channel * SIZE.plane() + row * SIZE.width() + column;
  }
}
