package org.unroll.datasets.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;

class AdditionTest {
  private static final Draws DRAWS = new Draws(300, 100, 7, true);
  private final Addition addition = new Addition(9, DRAWS, 3);

  @Test
  void theLabelIsTheSumOfWhatIsMarkedOnceInEachHalf() {
    MultiDataSet data = addition.arrays(addition.examples(Split.TRAIN));
    INDArray steps = data.getFeatures(0); // [300, 2, 9]
    INDArray sums = data.getLabels(0); // [300, 1]

    assertThat(data.hasMaskArrays()).isFalse();
    for (int row = 0; row < 300; row++) {
      float[][] example = steps.slice(row).toFloatMatrix();
      double sum = 0;
      int[] marks = new int[2];
      for (int t = 0; t < 9; t++) {
        assertThat(example[0][t]).isBetween(0f, 1f);
        assertThat(example[1][t]).isIn(0f, 1f);
        sum += example[0][t] * example[1][t];
        marks[t < 4 ? 0 : 1] += (int) example[1][t];
      }
      assertThat(marks).containsExactly(1, 1);
      assertThat(sums.getDouble(row)).isCloseTo(sum, Offset.offset(1e-6));
    }
  }

  @Test
  void everyPartIsDrawnTheSameAgainAndSharesNothingWithAnother() {
    Set<String> seen = new HashSet<>();
    int count = 0;
    for (Split split : Split.values()) {
      List<String> texts = addition.examples(split).stream().map(addition::text).toList();
      Addition again = new Addition(9, DRAWS, 3);
      assertThat(again.examples(split).stream().map(again::text)).isEqualTo(texts);
      seen.addAll(texts);
      count += texts.size();
    }
    assertThat(seen).hasSize(count).hasSize(500);
  }

  @Test
  void trainingExamplesAreDrawnAnewIfTheyAreToBe() {
    Addition fixed = new Addition(9, new Draws(300, 100, 7, false), 3);

    assertThat(texts(addition, 1)).doesNotContainAnyElementsOf(texts(addition, 0));
    assertThat(texts(fixed, 1)).isEqualTo(texts(fixed, 0));
    assertThat(texts(new Addition(9, DRAWS, 4), 0)).doesNotContainAnyElementsOf(texts(addition, 0));
  }

  private static List<String> texts(Addition addition, int epoch) {
    return addition.training(epoch).stream().map(addition::text).toList();
  }

  @Test
  void whatIsTypedIsReadAndWrittenTheSame() {
    MarkedValues example = addition.parse(" 0.25 0.5*  1 0.75* ");

    assertThat(example.sum()).isEqualTo(1.25);
    assertThat(example.age()).isEqualTo(2);
    assertThat(addition.text(example)).isEqualTo("0.25 0.5* 1.0 0.75*");
    assertThat(addition.truth(example)).isEqualTo("1.250");
  }

  @Test
  void examplesOfOtherLengthsAreMasked() {
    MultiDataSet data =
        addition.arrays(List.of(addition.parse("1* 1*"), addition.parse("0* 0.5 0*")));

    assertThat(data.getFeaturesMaskArray(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1, 1, 0}, {1, 1, 1}});
    assertThat(data.getFeatures(0).slice(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1, 1, 0}, {1, 1, 0}});
  }

  @Test
  void whatIsNoExampleIsRefused() {
    assertRefused("0.5 0.2* 0.1", "1 values are marked", "expected two");
    assertRefused("", "is no number");
    assertRefused("0.5* x 0.1*", "'x' is no number");
    assertRefused("0.5* 2 0.1*", "'2' is not from 0 to 1");
    assertRefused("0.5* NaN 0.1*", "'NaN' is not from 0 to 1");
  }

  private void assertRefused(String text, String... parts) {
    assertThatThrownBy(() -> addition.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(parts);
  }
}
