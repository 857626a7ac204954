package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private static final List<String> CLASSES = List.of("cat", "dog", "owl");

  /** Columns: cat 5+1+0 = 6, dog 2+4+0 = 6, owl 0+0+3 = 3. */
  private final ConfusionMatrix matrix =
      new ConfusionMatrix(CLASSES, new long[][] {{5, 2, 0}, {1, 4, 0}, {0, 0, 3}});

  @Test
  void scoresByHand() {
    assertThat(matrix.total()).isEqualTo(15);
    assertThat(matrix.accuracy()).isCloseTo(12.0 / 15, within(1e-12));
    assertThat(matrix.precision(0)).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(matrix.recall(0)).isCloseTo(5.0 / 7, within(1e-12));
    assertThat(matrix.f1(0)).isCloseTo(10.0 / 13, within(1e-12));
    assertThat(matrix.f1(1)).isCloseTo(8.0 / 11, within(1e-12));
    // (10/13 + 8/11 + 1)/3 = (110 + 104 + 143)/429
    assertThat(matrix.macroF1()).isCloseTo(357.0 / 429, within(1e-12));
  }

  @Test
  void countsPairs() {
    ConfusionMatrix counted =
        ConfusionMatrix.of(new int[] {0, 0, 2, 1}, new int[] {0, 1, 2, 0}, CLASSES);
    assertThat(counted.count(0, 0)).isEqualTo(1);
    assertThat(counted.count(0, 1)).isEqualTo(1);
    assertThat(counted.count(1, 0)).isEqualTo(1);
    assertThat(counted.count(2, 2)).isEqualTo(1);
    assertThatThrownBy(() -> ConfusionMatrix.of(new int[1], new int[2], CLASSES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Dog never occurs but was predicted: F1 0 counts. Owl is nowhere: left out. (2·1/(2+1) + 0)/2.
   */
  @Test
  void absentClasses() {
    ConfusionMatrix absent = ConfusionMatrix.of(new int[] {0, 0}, new int[] {0, 1}, CLASSES);
    assertThat(absent.recall(1)).isZero();
    assertThat(absent.precision(2)).isZero();
    assertThat(absent.macroF1()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(absent.perClassTable().rows().get(1))
        .containsExactly("dog", "0.000", "–", "0.000", "0");
    assertThat(absent.perClassTable().rows().get(2)).containsExactly("owl", "–", "–", "–", "0");
  }

  @Test
  void noExamples() {
    ConfusionMatrix empty = ConfusionMatrix.of(new int[0], new int[0], CLASSES);
    assertThat(empty.accuracy()).isZero();
    assertThat(empty.macroF1()).isZero();
  }

  @Test
  void tableForTheTerminal() {
    assertThat(matrix.toTable().toText())
        .isEqualTo(
            """
            Confusion matrix
            truth \\ predicted  cat  dog  owl
            ─────────────────  ───  ───  ───
            cat                  5    2    0
            dog                  1    4    0
            owl                  0    0    3
            """);
  }

  @Test
  void everyRowIsOneLineWhateverClassesAreCalled() {
    List<String> names = List.of("go\nod", "\"b\"\r\n", "\u001b[2J\t\u2028");
    ConfusionMatrix matrix = new ConfusionMatrix(names, new long[3][3]);

    assertThat(matrix.toTable().toText())
        .isEqualTo(
            """
            Confusion matrix
            truth \\ predicted  go\\nod  "b"\\r\\n  \\u001B[2J\\t\\u2028
            ─────────────────  ──────  ───────  ─────────────────
            go\\nod                  0        0                  0
            "b"\\r\\n                 0        0                  0
            \\u001B[2J\\t\\u2028       0        0                  0
            """);
    assertThat(matrix.toTable().rows().get(0).get(0)).isEqualTo("go\nod"); // files have it as it is
  }

  @Test
  void textColumnsStandToTheLeftAndRowsMustFit() {
    Table table =
        new Table("", List.of("name", "form"), List.of(List.of("é", "a"), List.of("bcdef", "bb")));
    assertThat(table.toText()).isEqualTo("name   form\n─────  ────\né      a\nbcdef  bb\n");
    assertThatThrownBy(() -> new Table("t", List.of("a", "b"), List.of(List.of("1"))))
        .hasMessageContaining("1 cells under 2");
  }
}
