package org.unroll.datasets.sample;

import java.util.Locale;

/** The shapes of the generated scenes, by the word for them. */
enum SceneShape {
  CIRCLE(ShapeOutline.DISC, 1, 0),
  SQUARE(ShapeOutline.SQUARE, 1.1, Math.PI / 4),
  TRIANGLE(ShapeOutline.TRIANGLE, 1.15, -Math.PI / 2),
  STAR(ShapeOutline.STAR, 1.15, -Math.PI / 2),
  CROSS(ShapeOutline.CLOVER, 1.15, 0);

  private final ShapeOutline outline;
  private final double scale;
  private final double upright;

  /**
   * @param scale of its radius, so that all of a size look as large
   * @param upright angle at which it stands, radians
   */
  SceneShape(ShapeOutline outline, double scale, double upright) {
    this.outline = outline;
    this.scale = scale;
    this.upright = upright;
  }

  ShapeOutline outline() {
    return outline;
  }

  double scale() {
    return scale;
  }

  double upright() {
    return upright;
  }

  String noun(int count) {
    String word = name().toLowerCase(Locale.ROOT);
    return count == 1 ? word : word + (this == CROSS ? "es" : "s");
  }
}
