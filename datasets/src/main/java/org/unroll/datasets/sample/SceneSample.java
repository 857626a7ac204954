package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.Splits;

/**
 * Generated pictures of a few shapes, and English sentences that say what is in them. What a
 * validation or test picture shows together is together in no training picture: which two looks are
 * side by side, or so many shapes of a look in that place. Each look, count, place and relation
 * alone is in all.
 */
public final class SceneSample {
  private static final int TRAIN = 3_000;
  private static final int VALIDATION = 300;
  private static final int TEST = 300;

  private static final int PAIRS = 60; // of a hundred scenes show two groups
  private static final int MOST = 3; // of a kind
  private static final int LOOKS = 100; // more than there are
  private static final int SCATTERING = 0x9E3779B1; // neighbouring numbers become unlike
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
      Scene scene = scene(split, random);
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

  private static Scene scene(Split split, Random random) {
    List<SceneLook> looks = SceneLook.all();
    while (true) {
      Collections.shuffle(looks, random);
      SceneGroup first = group(looks.get(0), random);
      SceneGroup second = group(looks.get(1), random);
      Scene scene =
          random.nextInt(100) < PAIRS
              ? new GroupPair(first, pick(GroupRelation.values(), random), second)
              : new LoneGroup(first, pick(GroupPlace.values(), random));
      if (split(scene) == split) {
        return scene;
      }
    }
  }

  /** By what is shown together: a tenth of all such combinations each to test and validation. */
  private static Split split(Scene scene) {
    int combination;
    if (scene instanceof GroupPair pair) {
      int one = pair.first().look().number();
      int other = pair.second().look().number();
      combination = Math.min(one, other) * LOOKS + Math.max(one, other);
    } else {
      LoneGroup lone = (LoneGroup) scene;
      int group = lone.group().look().number() * MOST + lone.group().count();
      combination = LOOKS * LOOKS + group * GroupPlace.values().length + lone.place().ordinal();
    }
    return switch (Math.floorMod(combination * SCATTERING >>> 8, 10)) {
      case 0 -> Split.TEST;
      case 1 -> Split.VALIDATION;
      default -> Split.TRAIN;
    };
  }

  private static SceneGroup group(SceneLook look, Random random) {
    return new SceneGroup(1 + random.nextInt(MOST), random.nextBoolean(), look);
  }

  private static <T> T pick(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
