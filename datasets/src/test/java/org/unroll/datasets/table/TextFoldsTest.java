package org.unroll.datasets.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;

class TextFoldsTest {
  private static List<String> texts(int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add("text " + i);
    }
    return texts;
  }

  private static Splits<String> cut(List<String> texts, int fold) {
    return new TextFolds(5, OptionalInt.of(fold), 0.1).cut(texts, text -> text);
  }

  @Test
  void eachTextIsTestedOnce() {
    List<String> texts = texts(103);
    List<String> tested = new ArrayList<>();
    for (int fold = 1; fold <= 5; fold++) {
      Splits<String> parts = cut(texts, fold);
      tested.addAll(parts.test());
      assertThat(parts.test()).hasSizeBetween(20, 21);
      assertThat(parts.validation()).hasSizeBetween(8, 9);
      List<String> all = new ArrayList<>(parts.train());
      all.addAll(parts.validation());
      all.addAll(parts.test());
      assertThat(all).containsExactlyInAnyOrderElementsOf(texts);
    }
    assertThat(tested).containsExactlyInAnyOrderElementsOf(texts);
  }

  @Test
  void equalTextsAreOfOneFoldWhateverTheOrder() {
    List<String> twice = texts(30);
    twice.addAll(texts(30));
    for (int fold = 1; fold <= 5; fold++) {
      Splits<String> parts = cut(twice, fold);
      assertThat(parts.train()).doesNotContainAnyElementsOf(parts.test());
      assertThat(parts.validation()).doesNotContainAnyElementsOf(parts.train());
      assertThat(cut(texts(30), fold).test()).hasSize(parts.test().size() / 2);
    }
  }

  @Test
  void namesATrainingForEachFold() {
    assertThat(new TextFolds(3, OptionalInt.empty(), 0.1).repetitions())
        .extracting(each -> each.settings().get(0))
        .containsExactly("data.folds.fold=1", "data.folds.fold=2", "data.folds.fold=3");
    assertThat(new TextFolds(3, OptionalInt.of(2), 0.1).repetitions()).isEmpty();
  }

  @Test
  void tooFewTextsAreRefused() {
    assertThatThrownBy(() -> cut(List.of("a", "a", "b", "c", "d"), 1))
        .isInstanceOf(UserError.class)
        .hasMessage("data.folds.of: 5 folds of 4 different texts; give fewer");
  }
}
