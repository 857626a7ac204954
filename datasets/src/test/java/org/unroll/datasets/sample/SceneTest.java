package org.unroll.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SceneTest {
  private static final SceneGroup BLUE_SQUARE =
      new SceneGroup(1, true, new SceneLook(SceneShape.SQUARE, SceneColour.BLUE));
  private static final SceneGroup RED_CROSSES =
      new SceneGroup(2, false, new SceneLook(SceneShape.CROSS, SceneColour.RED));

  @Test
  void aGroupAloneIsDescribedWithAndWithoutSizeAndPlace() {
    assertThat(new LoneGroup(RED_CROSSES, GroupPlace.TOP).descriptions())
        .containsExactlyInAnyOrder(
            "two red crosses",
            "there are two red crosses",
            "two red crosses at the top",
            "there are two red crosses at the top",
            "two red crosses are at the top",
            "at the top there are two red crosses",
            "two small red crosses",
            "there are two small red crosses",
            "two small red crosses at the top",
            "there are two small red crosses at the top",
            "two small red crosses are at the top",
            "at the top there are two small red crosses");
    assertThat(new LoneGroup(BLUE_SQUARE, GroupPlace.MIDDLE).descriptions())
        .contains("there is a large blue square", "a blue square is in the middle");
  }

  @Test
  void twoGroupsAreDescribedFromEitherSide() {
    assertThat(new GroupPair(BLUE_SQUARE, GroupRelation.ABOVE, RED_CROSSES).descriptions())
        .contains(
            "a large blue square above two red crosses",
            "a blue square is over two small red crosses",
            "there are two red crosses below a blue square",
            "two red crosses are under a large blue square",
            "a blue square with two red crosses below it",
            "two small red crosses with a blue square above them",
            "a blue square at the top and two red crosses at the bottom",
            "two red crosses at the bottom and a blue square at the top")
        .hasSize(2 * 4 * (2 * 3 + 2));
    assertThat(new GroupPair(RED_CROSSES, GroupRelation.RIGHT_OF, BLUE_SQUARE).descriptions())
        .contains(
            "two red crosses to the right of a blue square",
            "there is a large blue square left of two red crosses",
            "a blue square is on the left of two red crosses",
            "two small red crosses with a blue square on their left",
            "a blue square with two red crosses on its right",
            "a blue square on the left and two red crosses on the right")
        .hasSize(2 * 4 * (3 * 3 + 2));
  }

  @Test
  void theSameSceneHasTheSameDescriptionsWhicheverGroupIsFirst() {
    for (GroupRelation relation : GroupRelation.values()) {
      assertThat(new GroupPair(BLUE_SQUARE, relation, RED_CROSSES).descriptions())
          .isEqualTo(new GroupPair(RED_CROSSES, relation.inverse(), BLUE_SQUARE).descriptions());
    }
  }

  @Test
  void whatIsFalseIncompleteOrNoEnglishDescribesNothing() {
    Scene scene = new GroupPair(BLUE_SQUARE, GroupRelation.LEFT_OF, RED_CROSSES);
    assertThat(scene.isDescribedBy("a blue square left of two red crosses")).isTrue();
    for (String sentence :
        List.of(
            "",
            "a blue square",
            "a blue square and two red crosses",
            "a blue square left of red crosses",
            "a small blue square left of two red crosses",
            "a blue square left of two large red crosses",
            "a blue square right of two red crosses",
            "two red crosses left of a blue square",
            "two blue squares left of a red cross",
            "a red square left of two blue crosses",
            "two red crosses with a blue square on its left",
            "there is two red crosses right of a blue square",
            "a blue square left of two red crosses and a blue square")) {
      assertThat(scene.isDescribedBy(sentence)).as(sentence).isFalse();
    }
  }

  @Test
  void noSentenceDescribesTwoScenesThatDifferInMoreThanWhatItLeavesOut() {
    Map<String, Scene> told = new HashMap<>();
    for (Scene scene : scenes()) {
      for (String sentence : scene.descriptions()) {
        Scene before = told.putIfAbsent(sentence, sizeless(scene));
        assertThat(before).as(sentence).isIn(null, sizeless(scene));
      }
    }
    assertThat(told).hasSizeGreaterThan(5_000);
  }

  /** Pairs of a few groups, once each: those where the first is left of or above the second. */
  private static List<Scene> scenes() {
    List<SceneGroup> groups = new ArrayList<>();
    for (boolean large : new boolean[] {true, false}) {
      for (SceneShape shape : List.of(SceneShape.STAR, SceneShape.CIRCLE)) {
        for (SceneColour colour : List.of(SceneColour.WHITE, SceneColour.GREEN)) {
          groups.add(new SceneGroup(1, large, new SceneLook(shape, colour)));
        }
      }
      groups.add(new SceneGroup(3, large, new SceneLook(SceneShape.STAR, SceneColour.RED)));
    }
    List<Scene> scenes = new ArrayList<>();
    for (SceneGroup first : groups) {
      for (SceneGroup second : groups) {
        if (!first.look().equals(second.look())) {
          scenes.add(new GroupPair(first, GroupRelation.LEFT_OF, second));
          scenes.add(new GroupPair(first, GroupRelation.ABOVE, second));
        }
      }
    }
    return scenes;
  }

  private static Scene sizeless(Scene scene) {
    GroupPair pair = (GroupPair) scene;
    return new GroupPair(small(pair.first()), pair.relation(), small(pair.second()));
  }

  private static SceneGroup small(SceneGroup group) {
    return new SceneGroup(group.count(), false, group.look());
  }
}
