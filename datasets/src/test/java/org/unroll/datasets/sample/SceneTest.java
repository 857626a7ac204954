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
  private static final SceneGroup RED_RINGS =
      new SceneGroup(2, false, new SceneLook(SceneShape.RING, SceneColour.RED));

  @Test
  void aGroupAloneIsDescribedWithAndWithoutSizeAndPlace() {
    assertThat(new LoneGroup(RED_RINGS, GroupPlace.TOP).descriptions())
        .containsExactlyInAnyOrder(
            "two red rings",
            "there are two red rings",
            "two red rings at the top",
            "there are two red rings at the top",
            "two red rings are at the top",
            "at the top there are two red rings",
            "two small red rings",
            "there are two small red rings",
            "two small red rings at the top",
            "there are two small red rings at the top",
            "two small red rings are at the top",
            "at the top there are two small red rings");
    assertThat(new LoneGroup(BLUE_SQUARE, GroupPlace.MIDDLE).descriptions())
        .contains("there is a large blue square", "a blue square is in the middle");
  }

  @Test
  void twoGroupsAreDescribedFromEitherSide() {
    assertThat(new GroupPair(BLUE_SQUARE, GroupRelation.ABOVE, RED_RINGS).descriptions())
        .contains(
            "a large blue square above two red rings",
            "a blue square is over two small red rings",
            "there are two red rings below a blue square",
            "two red rings are under a large blue square",
            "a blue square with two red rings below it",
            "two small red rings with a blue square above them",
            "a blue square at the top and two red rings at the bottom",
            "two red rings at the bottom and a blue square at the top")
        .hasSize(2 * 4 * (2 * 3 + 2));
    assertThat(new GroupPair(RED_RINGS, GroupRelation.RIGHT_OF, BLUE_SQUARE).descriptions())
        .contains(
            "two red rings to the right of a blue square",
            "there is a large blue square left of two red rings",
            "a blue square is on the left of two red rings",
            "two small red rings with a blue square on their left",
            "a blue square with two red rings on its right",
            "a blue square on the left and two red rings on the right")
        .hasSize(2 * 4 * (3 * 3 + 2));
  }

  @Test
  void theSameSceneHasTheSameDescriptionsWhicheverGroupIsFirst() {
    for (GroupRelation relation : GroupRelation.values()) {
      assertThat(new GroupPair(BLUE_SQUARE, relation, RED_RINGS).descriptions())
          .isEqualTo(new GroupPair(RED_RINGS, relation.inverse(), BLUE_SQUARE).descriptions());
    }
  }

  @Test
  void whatIsFalseIncompleteOrNoEnglishDescribesNothing() {
    Scene scene = new GroupPair(BLUE_SQUARE, GroupRelation.LEFT_OF, RED_RINGS);
    assertThat(scene.isDescribedBy("a blue square left of two red rings")).isTrue();
    for (String sentence :
        List.of(
            "",
            "a blue square",
            "a blue square and two red rings",
            "a blue square left of red rings",
            "a small blue square left of two red rings",
            "a blue square left of two large red rings",
            "a blue square right of two red rings",
            "two red rings left of a blue square",
            "two blue squares left of a red ring",
            "a red square left of two blue rings",
            "two red rings with a blue square on its left",
            "there is two red rings right of a blue square",
            "a blue square left of two red rings and a blue square")) {
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
