package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.unroll.core.layer.image.PictureSize;

/**
 * Draws where the shapes of a scene lie, so that what is said of it is beyond doubt: they do not
 * touch, a size is clear of the other, and a group is in the middle of the side that it is on.
 */
final class SceneLayout {
  static final PictureSize SIZE = new PictureSize(3, 64, 64);

  private static final double SMALLEST = 5; // radius of a circle, pixels
  private static final double SMALL = 5.5;
  private static final double LARGE = 7.6;
  private static final double LARGEST = 8.6;
  private static final double TILT = 0.15; // radians, either way
  private static final double DARKEST = 0.75; // share of a colour's brightness

  private static final double MIDDLE = 32;
  private static final double MARGIN = 1; // to the edge of the picture
  private static final double GAP = 1; // between two shapes
  private static final double SIDE = 12; // least from the middle to what is on a side
  private static final double SPREAD = 13; // most from the middle to what is there
  private static final double OFF = 5; // most from the middle to the mean of a group

  private final Random random;
  private final List<PlacedShape> shapes = new ArrayList<>();

  private SceneLayout(Random random) {
    this.random = random;
  }

  static List<PlacedShape> draw(Scene scene, Random random) {
    SceneLayout layout = new SceneLayout(random);
    if (scene instanceof LoneGroup lone) {
      layout.add(lone.group(), lone.place());
    } else if (scene instanceof GroupPair pair) {
      layout.add(pair.first(), pair.relation().place());
      layout.add(pair.second(), pair.relation().inverse().place());
    }
    return List.copyOf(layout.shapes);
  }

  private void add(SceneGroup group, GroupPlace place) {
    List<ShapePlace> places = places(group, place);
    while (!apart(places) || !centred(places, place)) {
      places = places(group, place);
    }
    for (ShapePlace at : places) {
      shapes.add(new PlacedShape(group.look(), at, random.nextDouble(DARKEST, 1)));
    }
  }

  private List<ShapePlace> places(SceneGroup group, GroupPlace place) {
    List<ShapePlace> places = new ArrayList<>();
    SceneShape shape = group.look().shape();
    for (int i = 0; i < group.count(); i++) {
      double size =
          group.large() ? random.nextDouble(LARGE, LARGEST) : random.nextDouble(SMALLEST, SMALL);
      double radius = size * shape.scale();
      double room = place == GroupPlace.MIDDLE ? SPREAD : MIDDLE - MARGIN - radius;
      double x = coordinate(place.across(), room);
      double y = coordinate(place.down(), room);
      double angle = shape.upright() + random.nextDouble(-TILT, TILT);
      places.add(new ShapePlace(x, y, Math.log(radius), angle));
    }
    return places;
  }

  /**
   * @param side -1, 0 or 1
   * @param room most from the middle
   */
  private double coordinate(int side, double room) {
    return side == 0
        ? MIDDLE + random.nextDouble(-room, room)
        : MIDDLE + side * random.nextDouble(SIDE, room);
  }

  private static boolean apart(List<ShapePlace> places) {
    for (int i = 0; i < places.size(); i++) {
      for (int j = 0; j < i; j++) {
        ShapePlace one = places.get(i);
        ShapePlace other = places.get(j);
        double right = one.x() - other.x();
        double down = one.y() - other.y();
        double least = one.radius() + other.radius() + GAP;
        if (right * right + down * down < least * least) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether its mean is in the middle, but for the way to its side. */
  private static boolean centred(List<ShapePlace> places, GroupPlace place) {
    double right = 0;
    double down = 0;
    for (ShapePlace at : places) {
      right += (at.x() - MIDDLE) / places.size();
      down += (at.y() - MIDDLE) / places.size();
    }
    return (place.across() != 0 || Math.abs(right) <= OFF)
        && (place.down() != 0 || Math.abs(down) <= OFF);
  }
}
