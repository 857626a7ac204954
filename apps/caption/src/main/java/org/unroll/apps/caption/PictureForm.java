package org.unroll.apps.caption;

import java.util.Locale;
import org.unroll.core.graph.node.Shape;

/** What a net reads of a picture. */
enum PictureForm {
  /** Its pixels, {@code [b, channels, height, width]}. */
  PICTURE(new Shape.Picture(Shape.UNKNOWN, Shape.UNKNOWN, Shape.UNKNOWN)),
  /** Numbers of each of its places, {@code [b, n, places]}. */
  REGIONS(new Shape.Sequence(Shape.UNKNOWN)),
  /** Numbers of the whole, {@code [b, n]}. */
  FEATURES(new Shape.Vector(Shape.UNKNOWN));

  /** The graph's other input: the words before. */
  static final String CAPTION = "caption";

  private final Shape unknown;

  PictureForm(Shape unknown) {
    this.unknown = unknown;
  }

  /** The name of the graph's input. */
  String input() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its shape before any data was read. */
  Shape unknown() {
    return unknown;
  }

  /** That of a shape. */
  static PictureForm of(Shape shape) {
    if (shape instanceof Shape.Pictures) {
      return PICTURE;
    }
    return shape.hasSteps() ? REGIONS : FEATURES;
  }
}
