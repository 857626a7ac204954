package org.unroll.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.core.config.UserError;
import org.unroll.core.data.Origin;

class RandomSplitTest {
  private static List<LabelledText> texts(int count, int distinct) {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(new LabelledText("text " + i % distinct, "a", new Origin("made", i + 1)));
    }
    return texts;
  }

  @Test
  void partsHaveTheAskedSizesAndEveryTextOnce() {
    TextSplits splits = new RandomSplit(List.of(0.8, 0.1, 0.1), 1).cut(texts(10_000, 10_000));
    assertThat(splits.train().size()).isBetween(7_800, 8_200);
    assertThat(splits.validation().size()).isBetween(850, 1_150);
    assertThat(splits.train().size() + splits.validation().size() + splits.test().size())
        .isEqualTo(10_000);
  }

  @Test
  void equalTextsFallInOnePartAndGrowthMovesNone() {
    RandomSplit split = new RandomSplit(List.of(0.6, 0.2, 0.2), 7);
    TextSplits small = split.cut(texts(300, 100));
    assertThat(small.test().size() % 3).isZero();
    List<String> test = split.cut(texts(600, 600)).test().stream().map(LabelledText::text).toList();
    assertThat(test).containsAll(small.test().stream().map(LabelledText::text).toList());
  }

  @Test
  void theSeedChangesTheCut() {
    List<LabelledText> texts = texts(200, 200);
    TextSplits one = new RandomSplit(List.of(0.8, 0.1, 0.1), 1).cut(texts);
    assertThat(new RandomSplit(List.of(0.8, 0.1, 0.1), 1).cut(texts)).isEqualTo(one);
    assertThat(new RandomSplit(List.of(0.8, 0.1, 0.1), 2).cut(texts)).isNotEqualTo(one);
  }

  @Test
  void wrongFractionsAndEmptyPartsAreUserErrors() {
    assertThatThrownBy(() -> new RandomSplit(List.of(0.8, 0.1), 1)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> new RandomSplit(List.of(0.8, 0.3, -0.1), 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("sum to 1");
    assertThatThrownBy(() -> new RandomSplit(List.of(0.9, 0.1, 0.0), 1).cut(texts(1, 1)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no text falls in the");
    assertThat(new RandomSplit(List.of(1.0, 0.0, 0.0), 1).cut(texts(9, 9)).train()).hasSize(9);
  }
}
