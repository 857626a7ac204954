package org.unroll.datasets.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Table;

class PartFactsTest {
  private static final List<Split> BOTH = List.of(Split.TRAIN, Split.VALIDATION);

  @Test
  void aPartTellsHowMuchThereIsAndHowLong() {
    Table table =
        PartFacts.sizes(
            BOTH,
            "texts",
            split -> split == Split.TRAIN ? 1200 : 0,
            Map.of("words", split -> split == Split.TRAIN ? new int[] {3, 6} : new int[0]));
    assertThat(table.header()).containsExactly("split", "texts", "words, mean", "words, longest");
    assertThat(table.rows())
        .containsExactly(
            List.of("train", "1,200", "4.5", "6"), List.of("validation", "0", "0.0", "0"));
  }

  @Test
  void aClassThatAPartLacksHasNoneThere() {
    Table table =
        PartFacts.classes(
            BOTH,
            "Texts by class",
            split -> split == Split.TRAIN ? Map.of("10", 4) : Map.of("2", 1));
    assertThat(table.rows()).containsExactly(List.of("2", "0", "1"), List.of("10", "4", "0"));
  }
}
