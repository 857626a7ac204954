package org.unroll.datasets.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;

class RandomSplitTest {
  private static List<String> texts(int count, int distinct) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add("text " + i % distinct);
    }
    return texts;
  }

  @Test
  void partsHaveTheAskedSizesAndEveryTextOnce() {
    Splits<String> splits =
        new RandomSplit(List.of(0.8, 0.1, 0.1), 1).cut(texts(10_000, 10_000), Function.identity());
    assertThat(splits.train().size()).isBetween(7_800, 8_200);
    assertThat(splits.validation().size()).isBetween(850, 1_150);
    assertThat(splits.train().size() + splits.validation().size() + splits.test().size())
        .isEqualTo(10_000);
  }

  @Test
  void equalTextsFallInOnePartAndGrowthMovesNone() {
    RandomSplit split = new RandomSplit(List.of(0.6, 0.2, 0.2), 7);
    Splits<String> small = split.cut(texts(300, 100), Function.identity());
    assertThat(small.test().size() % 3).isZero();
    List<String> test = split.cut(texts(600, 600), Function.identity()).test();
    assertThat(test).containsAll(small.test());
  }

  @Test
  void theSeedChangesTheCut() {
    List<String> texts = texts(200, 200);
    Splits<String> one = new RandomSplit(List.of(0.8, 0.1, 0.1), 1).cut(texts, Function.identity());
    assertThat(new RandomSplit(List.of(0.8, 0.1, 0.1), 1).cut(texts, Function.identity()))
        .isEqualTo(one);
    assertThat(new RandomSplit(List.of(0.8, 0.1, 0.1), 2).cut(texts, Function.identity()))
        .isNotEqualTo(one);
  }

  @Test
  void wrongFractionsAndEmptyPartsAreUserErrors() {
    assertThatThrownBy(() -> new RandomSplit(List.of(0.8, 0.1), 1)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> new RandomSplit(List.of(0.8, 0.3, -0.1), 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("sum to 1");
    assertThatThrownBy(
            () -> new RandomSplit(List.of(0.9, 0.1, 0.0), 1).cut(texts(1, 1), Function.identity()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no example falls in the");
    assertThat(
            new RandomSplit(List.of(1.0, 0.0, 0.0), 1)
                .cut(texts(9, 9), Function.identity())
                .train())
        .hasSize(9);
  }
}
