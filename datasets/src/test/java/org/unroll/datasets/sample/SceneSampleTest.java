package org.unroll.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Split;

class SceneSampleTest {
  private static final List<DescribedScene> TRAIN = SceneSample.scenes(Split.TRAIN, 300, 42);
  private static final List<DescribedScene> TEST = SceneSample.scenes(Split.TEST, 150, 42);

  /** If this fails, the sample is another than before, and so are the scores in the documents. */
  @Test
  void isWhatItWas() {
    CRC32 sum = new CRC32();
    for (DescribedScene described : TEST.subList(0, 10)) {
      sum.update(described.picture().pixels());
      sum.update(String.join("\n", described.captions()).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(sum.getValue()).isEqualTo(801366977L);
  }

  @Test
  void isAFunctionOfTheSeed() {
    DescribedScene first = TEST.get(0);
    DescribedScene again = SceneSample.scenes(Split.TEST, 1, 42).get(0);
    DescribedScene other = SceneSample.scenes(Split.TEST, 1, 43).get(0);
    assertThat(again.name()).isEqualTo(first.name()).isEqualTo("test-0001");
    assertThat(again.scene()).isEqualTo(first.scene());
    assertThat(again.captions()).isEqualTo(first.captions());
    assertThat(again.picture().key()).isEqualTo(first.picture().key());
    assertThat(other.picture().key()).isNotEqualTo(first.picture().key());
  }

  @Test
  void captionsDescribeTheirSceneAndNoChangedOne() {
    for (DescribedScene described : TRAIN) {
      assertThat(described.scene().descriptions()).containsAll(described.captions());
      for (Scene changed : changed(described.scene())) {
        assertThat(Collections.disjoint(changed.descriptions(), described.captions()))
            .as("%s of %s", described.captions(), changed)
            .isTrue();
      }
    }
  }

  @Test
  void sizesAndPlacesAreTrueWhereTheyAreTold() {
    int told = 0;
    for (DescribedScene described : TRAIN) {
      if (described.scene() instanceof LoneGroup lone) {
        SceneGroup group = lone.group();
        Scene resized =
            new LoneGroup(
                new SceneGroup(group.count(), !group.large(), group.look()), lone.place());
        for (String caption : described.captions()) {
          boolean tellsSize = caption.contains("small") || caption.contains("large");
          assertThat(resized.isDescribedBy(caption)).as(caption).isEqualTo(!tellsSize);
          told += tellsSize ? 1 : 0;
          for (GroupPlace place : GroupPlace.values()) {
            boolean fits = place == lone.place() || !caption.contains(lone.place().words());
            assertThat(new LoneGroup(group, place).isDescribedBy(caption)).isEqualTo(fits);
          }
        }
      }
    }
    assertThat(told).isGreaterThan(100);
  }

  /** Scenes that are others in what every description tells. */
  private static List<Scene> changed(Scene scene) {
    List<Scene> changed = new ArrayList<>();
    if (scene instanceof LoneGroup lone) {
      changed(lone.group()).forEach(group -> changed.add(new LoneGroup(group, lone.place())));
    } else if (scene instanceof GroupPair pair) {
      GroupRelation relation = pair.relation();
      for (SceneGroup group : changed(pair.first())) {
        changed.add(new GroupPair(group, relation, pair.second()));
      }
      for (SceneGroup group : changed(pair.second())) {
        changed.add(new GroupPair(pair.first(), relation, group));
      }
      for (GroupRelation other : GroupRelation.values()) {
        if (other != relation) {
          changed.add(new GroupPair(pair.first(), other, pair.second()));
        }
      }
      changed.add(new GroupPair(pair.second(), relation, pair.first()));
      changed.add(new LoneGroup(pair.first(), relation.place()));
    }
    return changed;
  }

  private static List<SceneGroup> changed(SceneGroup group) {
    SceneShape shape = group.look().shape();
    SceneColour colour = group.look().colour();
    SceneShape otherShape = SceneShape.values()[(shape.ordinal() + 1) % 5];
    SceneColour otherColour = SceneColour.values()[(colour.ordinal() + 1) % 6];
    return List.of(
        new SceneGroup(group.count() % 3 + 1, group.large(), group.look()),
        new SceneGroup(group.count(), group.large(), new SceneLook(otherShape, colour)),
        new SceneGroup(group.count(), group.large(), new SceneLook(shape, otherColour)));
  }

  @Test
  void everyPictureHasThreeToFiveDistinctCaptions() {
    Set<Integer> counts = new HashSet<>();
    for (DescribedScene described : TRAIN) {
      assertThat(described.captions()).doesNotHaveDuplicates();
      counts.add(described.captions().size());
    }
    assertThat(counts).containsExactlyInAnyOrder(3, 4, 5);
  }

  /** In the first half of the descriptions lie more than two thirds of the captions. */
  @Test
  void theUsualWaysToSayItAreMoreFrequent() {
    int usual = 0;
    int all = 0;
    for (DescribedScene described : TRAIN) {
      List<String> descriptions = List.copyOf(described.scene().descriptions());
      for (String caption : described.captions()) {
        usual += descriptions.indexOf(caption) < descriptions.size() / 2 ? 1 : 0;
        all++;
      }
    }
    assertThat(usual / (double) all).isBetween(0.67, 0.85);
  }

  @Test
  void whatIsTestedOnTogetherIsNotTogetherInTraining() {
    Set<Object> train = combinations(TRAIN);
    Set<Object> validation = combinations(SceneSample.scenes(Split.VALIDATION, 100, 42));
    Set<Object> test = combinations(TEST);
    assertThat(train).hasSizeGreaterThan(150).doesNotContainAnyElementsOf(test);
    assertThat(train).doesNotContainAnyElementsOf(validation);
    assertThat(test).hasSizeBetween(30, 60).doesNotContainAnyElementsOf(validation);
  }

  /** The looks that meet, or how many of a look are alone. */
  private static Set<Object> combinations(List<DescribedScene> scenes) {
    Set<Object> combinations = new HashSet<>();
    for (DescribedScene described : scenes) {
      if (described.scene() instanceof LoneGroup lone) {
        combinations.add(List.of(lone.group().count(), lone.group().look()));
      } else if (described.scene() instanceof GroupPair pair) {
        combinations.add(Set.of(pair.first().look(), pair.second().look()));
      }
    }
    return combinations;
  }

  private static List<SceneGroup> groups(List<DescribedScene> scenes) {
    List<SceneGroup> groups = new ArrayList<>();
    for (DescribedScene described : scenes) {
      if (described.scene() instanceof LoneGroup lone) {
        groups.add(lone.group());
      } else if (described.scene() instanceof GroupPair pair) {
        groups.addAll(List.of(pair.first(), pair.second()));
      }
    }
    return groups;
  }

  @Test
  void everyLookCountSizePlaceAndRelationIsInEverySplit() {
    for (List<DescribedScene> scenes : List.of(TRAIN, TEST)) {
      List<SceneGroup> groups = groups(scenes);
      assertThat(groups.stream().map(SceneGroup::look).distinct()).hasSize(30);
      assertThat(groups).extracting(SceneGroup::count).contains(1, 2, 3);
      assertThat(groups).extracting(SceneGroup::large).contains(true, false);
      Set<Object> positions = new HashSet<>();
      int pairs = 0;
      for (DescribedScene described : scenes) {
        if (described.scene() instanceof LoneGroup lone) {
          positions.add(lone.place());
        } else if (described.scene() instanceof GroupPair pair) {
          positions.add(pair.relation());
          pairs++;
          assertThat(pair.first().look()).isNotEqualTo(pair.second().look());
        }
      }
      assertThat(positions).contains((Object[]) GroupPlace.values()).hasSize(9);
      assertThat(pairs / (double) scenes.size()).isBetween(0.5, 0.7);
    }
  }

  @Test
  void everyWordOfATestCaptionIsInATrainingCaption() {
    assertThat(words(TRAIN)).containsAll(words(TEST)).hasSizeBetween(40, 60);
  }

  private static Set<String> words(List<DescribedScene> scenes) {
    Set<String> words = new HashSet<>();
    for (DescribedScene described : scenes) {
      described.captions().forEach(caption -> words.addAll(List.of(caption.split(" "))));
    }
    return words;
  }
}
