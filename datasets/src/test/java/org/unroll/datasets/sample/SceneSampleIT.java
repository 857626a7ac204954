package org.unroll.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.Splits;

/** The whole of it. */
class SceneSampleIT {
  private static final Splits<DescribedScene> SPLITS = SceneSample.splits(42);

  @Test
  void hasThreeThousandTrainingPicturesNoTwoOfAllAlike() {
    Set<String> pictures = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Split split : Split.values()) {
      List<DescribedScene> scenes = SPLITS.part(split);
      assertThat(scenes).hasSize(split == Split.TRAIN ? 3_000 : 300);
      for (DescribedScene described : scenes) {
        pictures.add(described.picture().key());
        names.add(described.name());
        assertThat(described.name()).startsWith(split.key() + "-");
      }
    }
    assertThat(pictures).hasSize(3_600);
    assertThat(names).hasSize(3_600).contains("train-0001", "train-3000", "test-0300");
  }

  @Test
  void noTrainingCaptionDescribesATestScene() {
    Set<String> captions = new HashSet<>();
    SPLITS.train().forEach(described -> captions.addAll(described.captions()));
    for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
      for (DescribedScene described : SPLITS.part(split)) {
        Set<String> descriptions = described.scene().descriptions();
        assertThat(Collections.disjoint(captions, descriptions)).as(described.name()).isTrue();
      }
    }
  }
}
