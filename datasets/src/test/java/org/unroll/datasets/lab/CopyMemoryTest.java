package org.unroll.datasets.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;

class CopyMemoryTest {
  private static final Draws DRAWS = new Draws(200, 50, 7, true);
  private final CopyMemory copy = new CopyMemory(3, 4, DRAWS, 5);

  @Test
  void theSymbolsAreToBeSaidAfterTheSignal() {
    MultiDataSet data = copy.arrays(List.of(copy.parse("702"), copy.parse("111")));

    assertThat(data.getFeatures(0).toFloatMatrix())
        .isDeepEqualTo(
            new float[][] {{7, 0, 2, 8, 8, 8, 9, 8, 8, 8}, {1, 1, 1, 8, 8, 8, 9, 8, 8, 8}});
    assertThat(data.getFeaturesMaskArrays()).isNull();
    assertThat(data.getLabels(0).slice(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0, 0, 0, 0, 0, 0, 0, 7, 0, 2}});
    assertThat(data.getLabelsMaskArray(0).toFloatMatrix()[0])
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 1, 1);
  }

  @Test
  void noPartHoldsAnExampleOfAnother() {
    Set<String> all = new HashSet<>();
    int count = 0;
    for (Split split : Split.values()) { // of 512 possible examples, so that many are drawn twice
      Set<String> part = new HashSet<>();
      copy.examples(split).forEach(example -> part.add(copy.text(example)));
      all.addAll(part);
      count += part.size();
    }

    assertThat(all).hasSize(count).hasSizeGreaterThan(100);
  }

  @Test
  void aTaskOfTooFewExamplesIsRefused() {
    CopyMemory one = new CopyMemory(1, 4, DRAWS, 5); // eight examples

    assertThatThrownBy(
            () -> {
              for (Split split : Split.values()) {
                one.examples(split);
              }
            })
        .isInstanceOf(UserError.class)
        .hasMessageMatching(".*none is left for the (validation|test) part; make them longer");
  }

  @Test
  void whatIsNoExampleIsRefused() {
    for (String text : List.of("", "12", "1234", "128", "1 2")) {
      assertThatThrownBy(() -> copy.parse(text))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("expected 3 symbols from 0 to 7")
          .hasMessageContaining("such as 012");
    }
  }
}
