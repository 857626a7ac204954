package org.unroll.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Split;
import org.unroll.datasets.image.Picture;

/** What is said of a scene can be seen in its picture. */
class ScenePainterTest {
  private static final int SIDE = SceneLayout.SIZE.width();
  private static final int BRIGHT = 110; // more than anything behind, less than any shape

  /** A patch of bright pixels, each {@code row * SIDE + column}. */
  private record Patch(List<Integer> pixels, double row, double column) {}

  @Test
  void asManyPatchesAsShapesEachOfItsColourInItsPlace() {
    for (Split split : Split.values()) {
      for (DescribedScene described : SceneSample.scenes(split, 60, 5)) {
        List<Patch> patches = patches(described.picture());
        if (described.scene() instanceof LoneGroup lone) {
          check(described.picture(), patches, lone.group(), lone.place());
        } else if (described.scene() instanceof GroupPair pair) {
          GroupPlace place = pair.relation().place();
          GroupPlace opposite = pair.relation().inverse().place();
          assertThat(patches).hasSize(pair.first().count() + pair.second().count());
          check(described.picture(), on(patches, place), pair.first(), place);
          check(described.picture(), on(patches, opposite), pair.second(), opposite);
        }
      }
    }
  }

  private static void check(
      Picture picture, List<Patch> patches, SceneGroup group, GroupPlace place) {
    assertThat(patches).as(group.toString()).hasSize(group.count());
    for (Patch patch : patches) {
      assertThat(colour(picture, patch)).isEqualTo(group.look().colour());
      assertThat(patch.pixels().size() > 88).as(group.toString()).isEqualTo(group.large());
    }
    double right = patches.stream().mapToDouble(Patch::column).average().orElseThrow() - 31.5;
    double down = patches.stream().mapToDouble(Patch::row).average().orElseThrow() - 31.5;
    assertThat(Math.round(right / 18)).isEqualTo(place.across());
    assertThat(Math.round(down / 18)).isEqualTo(place.down());
  }

  private static List<Patch> on(List<Patch> patches, GroupPlace place) {
    List<Patch> on = new ArrayList<>();
    for (Patch patch : patches) {
      if (place.across() * (patch.column() - 31.5) + place.down() * (patch.row() - 31.5) > 0) {
        on.add(patch);
      }
    }
    return on;
  }

  private static List<Patch> patches(Picture picture) {
    boolean[] seen = new boolean[SIDE * SIDE];
    List<Patch> patches = new ArrayList<>();
    for (int at = 0; at < seen.length; at++) {
      if (bright(picture, at) && !seen[at]) {
        Patch patch = patch(picture, at, seen);
        if (patch.pixels().size() > 3) { // else a corner that hangs on by its edge
          patches.add(patch);
        }
      }
    }
    return patches;
  }

  /** All bright pixels that are joined by their sides to one. */
  private static Patch patch(Picture picture, int start, boolean[] seen) {
    List<Integer> pixels = new ArrayList<>(List.of(start));
    seen[start] = true;
    double row = 0;
    double column = 0;
    for (int i = 0; i < pixels.size(); i++) {
      int at = pixels.get(i);
      row += at / SIDE;
      column += at % SIDE;
      for (int next : new int[] {at - SIDE, at + SIDE, at - 1, at + 1}) {
        boolean inside = next >= 0 && next < seen.length;
        boolean wraps = Math.abs(next % SIDE - at % SIDE) > 1;
        if (inside && !wraps && !seen[next] && bright(picture, next)) {
          seen[next] = true;
          pixels.add(next);
        }
      }
    }
    return new Patch(pixels, row / pixels.size(), column / pixels.size());
  }

  private static boolean bright(Picture picture, int at) {
    return Math.max(level(picture, 0, at), Math.max(level(picture, 1, at), level(picture, 2, at)))
        > BRIGHT;
  }

  private static int level(Picture picture, int channel, int at) {
    return picture.at(channel, at / SIDE, at % SIDE);
  }

  /** The nearest by the shares of red, green and blue in the patch. */
  private static SceneColour colour(Picture picture, Patch patch) {
    double[] levels = new double[3];
    for (int at : patch.pixels()) {
      for (int channel = 0; channel < 3; channel++) {
        levels[channel] += level(picture, channel, at);
      }
    }
    SceneColour nearest = SceneColour.RED;
    double least = Double.MAX_VALUE;
    for (SceneColour colour : SceneColour.values()) {
      double all = colour.level(0) + colour.level(1) + colour.level(2);
      double distance = 0;
      for (int channel = 0; channel < 3; channel++) {
        double share = levels[channel] / (levels[0] + levels[1] + levels[2]);
        distance += Math.pow(share - colour.level(channel) / all, 2);
      }
      if (distance < least) {
        least = distance;
        nearest = colour;
      }
    }
    return nearest;
  }

  @Test
  void shapesOfOneSizeCoverDifferentPixels() {
    Random random = new Random(1);
    Backdrop backdrop = new Backdrop(Backdrop.Pattern.GRADIENT, random);
    List<String> pictures = new ArrayList<>();
    for (SceneShape shape : SceneShape.values()) {
      SceneLook look = new SceneLook(shape, SceneColour.WHITE);
      ShapePlace place = new ShapePlace(32, 32, Math.log(5 * shape.scale()), shape.upright());
      PlacedShape placed = new PlacedShape(look, place, 1);
      pictures.add(ScenePainter.paint(List.of(placed), backdrop).key());
    }
    assertThat(pictures).doesNotHaveDuplicates();
  }
}
