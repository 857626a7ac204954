package org.unroll.datasets.sample;

/** The shapes of the generated videos, each by how far it reaches in a direction. */
enum ShapeOutline {
  DISC {
    @Override
    double reach(double angle) {
      return 0.9;
    }
  },
  TRIANGLE {
    @Override
    double reach(double angle) {
      return polygon(3, angle);
    }
  },
  SQUARE {
    @Override
    double reach(double angle) {
      return polygon(4, angle);
    }
  },
  STAR {
    @Override
    double reach(double angle) {
      return 0.72 + 0.28 * Math.cos(5 * angle);
    }
  },
  CLOVER {
    @Override
    double reach(double angle) {
      return 0.7 + 0.3 * Math.cos(4 * angle);
    }
  },
  ELLIPSE {
    @Override
    double reach(double angle) {
      return 0.65 / Math.hypot(0.65 * Math.cos(angle), Math.sin(angle));
    }
  };

  /** From the middle to the edge, as a share of the radius. */
  abstract double reach(double angle);

  private static double polygon(int corners, double angle) {
    double side = 2 * Math.PI / corners;
    double from = angle - side * Math.floor(angle / side); // a corner
    return Math.cos(side / 2) / Math.cos(from - side / 2);
  }
}
