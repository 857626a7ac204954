package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MostCertainTest {
  @Test
  void hitsAndMissesStandByCertainty() {
    double[][] rows = {{0.6, 0.4}, {0.9, 0.1}, {0.2, 0.8}, {0.3, 0.7}};
    List<Table> tables =
        MostCertain.of(
            List.of("one", "two", "three", "four"),
            new ClassAnswers(List.of("bad", "good"), new int[] {0, 1, 1, 0}, rows));
    assertThat(tables)
        .extracting(Table::title)
        .containsExactly("Wrong with most certainty", "Right with most certainty");
    assertThat(tables.get(0).rows())
        .containsExactly(
            List.of("two", "good", "bad", "0.900"), List.of("four", "bad", "good", "0.700"));
    assertThat(tables.get(1).rows())
        .containsExactly(
            List.of("three", "good", "good", "0.800"), List.of("one", "bad", "bad", "0.600"));
  }

  @Test
  void whoIsAlwaysRightHasNoMisses() {
    ClassAnswers answers =
        new ClassAnswers(List.of("a", "b"), new int[] {0}, new double[][] {{0.9, 0.1}});
    assertThat(MostCertain.of(List.of("t"), answers))
        .extracting(Table::title)
        .containsExactly("Right with most certainty");
  }

  @Test
  void setsOfLabelsGoByTheLabelFurthestOff() {
    double[][] rows = {{0.9, 0.8}, {0.6, 0.1}};
    List<Table> tables =
        MostCertain.of(
            List.of("one", "two"),
            new LabelSetAnswers(List.of("joy", "fear"), new int[][] {{0}, {0}}, rows, 0.5));
    assertThat(tables.get(0).rows()).containsExactly(List.of("one", "joy", "joy, fear", "0.800"));
    assertThat(tables.get(1).rows()).containsExactly(List.of("two", "joy", "joy", "0.600"));
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    String faces = "😀".repeat(400);
    assertThat(Excerpt.of(faces)).isEqualTo("😀".repeat(300) + " …");
    assertThat(Excerpt.of("short")).isEqualTo("short");
  }
}
