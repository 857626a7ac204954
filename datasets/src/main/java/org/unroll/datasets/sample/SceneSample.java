package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.Splits;

/**
 * Generated pictures of a few shapes, and English sentences that say what is in them. A shape of a
 * colour that is in a validation or test picture is in no training picture, so neither is any two
 * of them side by side; each shape, colour, count, size, place and relation alone is.
 */
public final class SceneSample {
  private static final int TRAIN = 3_000;
  private static final int VALIDATION = 300;
  private static final int TEST = 300;

  private static final int PAIRS = 60; // of a hundred scenes show two groups
  private static final int MOST = 3; // of a kind
  private static final int FEWEST_CAPTIONS = 3;
  private static final int MOST_CAPTIONS = 5;

  private SceneSample() {}

  /** The sample's splits: 3,000 / 300 / 300 pictures of 3 × 64 × 64, 3 to 5 captions each. */
  public static Splits<DescribedScene> splits(long seed) {
    return new Splits<>(
        scenes(Split.TRAIN, TRAIN, seed),
        scenes(Split.VALIDATION, VALIDATION, seed),
        scenes(Split.TEST, TEST, seed));
  }

  /** Of a split, in the order of their names. The first of more are the same. */
  static List<DescribedScene> scenes(Split split, int count, long seed) {
    Random random = new Random(31 * seed + split.ordinal());
    List<DescribedScene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Scene scene = scene(SceneLook.of(split), random);
      List<String> captions = new ArrayList<>(scene.descriptions());
      Collections.shuffle(captions, random);
      int kept = FEWEST_CAPTIONS + random.nextInt(MOST_CAPTIONS - FEWEST_CAPTIONS + 1);
      Backdrop backdrop = new Backdrop(pick(Backdrop.Pattern.values(), random), random);
      scenes.add(
          new DescribedScene(
              "%s-%04d".formatted(split.key(), i + 1),
              ScenePainter.paint(SceneLayout.draw(scene, random), backdrop),
              captions.subList(0, kept),
              scene));
    }
    return scenes;
  }

  private static Scene scene(List<SceneLook> looks, Random random) {
    List<SceneLook> shuffled = new ArrayList<>(looks);
    Collections.shuffle(shuffled, random);
    SceneGroup first = group(shuffled.get(0), random);
    return random.nextInt(100) < PAIRS
        ? new GroupPair(first, pick(GroupRelation.values(), random), group(shuffled.get(1), random))
        : new LoneGroup(first, pick(GroupPlace.values(), random));
  }

  private static SceneGroup group(SceneLook look, Random random) {
    return new SceneGroup(1 + random.nextInt(MOST), random.nextBoolean(), look);
  }

  private static <T> T pick(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
