package org.unroll.datasets.sample;

import java.util.Locale;

/** The shapes of the generated scenes, by the word for them. */
enum SceneShape {
  CIRCLE(ShapeOutline.DISC, 1, 0, 0),
  SQUARE(ShapeOutline.SQUARE, 1.1, Math.PI / 4, 0),
  TRIANGLE(ShapeOutline.TRIANGLE, 1.15, -Math.PI / 2, 0),
  STAR(ShapeOutline.STAR, 1.15, -Math.PI / 2, 0),
  RING(ShapeOutline.DISC, 1.1, 0, 0.5);

  private final ShapeOutline outline;
  private final double scale;
  private final double upright;
  private final double hole;

  /**
   * @param scale of its radius, so that all of a size look as large
   * @param upright angle at which it stands, radians
   * @param hole share of its radius that is left out in the middle
   */
  SceneShape(ShapeOutline outline, double scale, double upright, double hole) {
    this.outline = outline;
    this.scale = scale;
    this.upright = upright;
    this.hole = hole;
  }

  /** How much of a pixel it covers. */
  double covered(ShapePlace place, int row, int column) {
    double covered = place.covered(outline, row, column);
    if (hole == 0 || covered == 0) {
      return covered;
    }
    double inner = place.size() + Math.log(hole);
    ShapePlace middle = new ShapePlace(place.x(), place.y(), inner, place.angle());
    return covered - middle.covered(outline, row, column);
  }

  double scale() {
    return scale;
  }

  double upright() {
    return upright;
  }

  String noun(int count) {
    String word = name().toLowerCase(Locale.ROOT);
    return count == 1 ? word : word + "s";
  }
}
