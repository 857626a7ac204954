package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.Splits;

/**
 * Generated pictures of a few shapes, and English sentences that say what is in them. Which looks
 * (a shape of a colour) meet in a validation or test picture meet in no training picture, and what
 * is alone there, as many of a look, is never alone in training. Each look, count, size, place and
 * relation does occur there: a net that never saw a red circle learns, above all, that the word
 * circle does not follow the word red.
 */
public final class SceneSample {
  private static final int TRAIN = 3_000;
  private static final int VALIDATION = 300;
  private static final int TEST = 300;

  private static final int PAIRS = 60; // of a hundred scenes show two groups
  private static final int MOST = 3; // shapes of a group
  private static final int COMBINATIONS = 10; // of so many one is tested on, one validated on
  private static final int FEWEST_CAPTIONS = 3;
  private static final int MOST_CAPTIONS = 5;
  private static final int HABIT = 3; // the higher, the more often the usual ways to say it

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
      List<String> captions = captions(scene, random);
      Backdrop backdrop = new Backdrop(pick(Backdrop.Pattern.values(), random), random);
      scenes.add(
          new DescribedScene(
              "%s-%04d".formatted(split.key(), i + 1),
              ScenePainter.paint(SceneLayout.draw(scene, random), backdrop),
              captions,
              scene));
    }
    return scenes;
  }

  /** As people have them: the usual ways to say it more often than the others. */
  private static List<String> captions(Scene scene, Random random) {
    List<String> descriptions = List.copyOf(scene.descriptions());
    int count = FEWEST_CAPTIONS + random.nextInt(MOST_CAPTIONS - FEWEST_CAPTIONS + 1);
    Set<String> captions = new LinkedHashSet<>();
    while (captions.size() < count) {
      double rank = Math.pow(random.nextDouble(), HABIT);
      captions.add(descriptions.get((int) (rank * descriptions.size())));
    }
    return List.copyOf(captions);
  }

  private static Scene scene(Split split, Random random) {
    boolean pair = random.nextInt(100) < PAIRS;
    Scene scene = pair ? pair(random) : lone(random);
    while (split(scene) != split) {
      scene = pair ? pair(random) : lone(random);
    }
    return scene;
  }

  private static Scene lone(Random random) {
    return new LoneGroup(group(random), pick(GroupPlace.values(), random));
  }

  private static Scene pair(Random random) {
    SceneGroup first = group(random);
    SceneGroup second = group(random);
    while (second.look().equals(first.look())) {
      second = group(random);
    }
    return new GroupPair(first, pick(GroupRelation.values(), random), second);
  }

  private static SceneGroup group(Random random) {
    int count = 1 + random.nextInt(MOST);
    boolean large = random.nextBoolean();
    SceneShape shape = pick(SceneShape.values(), random);
    return new SceneGroup(count, large, new SceneLook(shape, pick(SceneColour.values(), random)));
  }

  /** Which split may show it. */
  private static Split split(Scene scene) {
    return switch (combination(scene) % COMBINATIONS) {
      case 0 -> Split.TEST;
      case 1 -> Split.VALIDATION;
      default -> Split.TRAIN;
    };
  }

  /** The same whichever of two groups is first, and whatever their sizes and places. */
  private static int combination(Scene scene) {
    if (scene instanceof GroupPair pair) {
      return pair.first().look().number() + pair.second().look().number();
    }
    SceneGroup group = ((LoneGroup) scene).group();
    return group.look().number() + 3 * group.count();
  }

  private static <T> T pick(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
