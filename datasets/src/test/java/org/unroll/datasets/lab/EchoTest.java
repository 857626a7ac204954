package org.unroll.datasets.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;

class EchoTest {
  private final Echo echo = new Echo(2, 3, 6, new Draws(50, 20, 7, true), 5);

  @Test
  void eachSymbolIsToBeSaidAgain() {
    MultiDataSet data = echo.arrays(List.of(echo.parse("012210"), echo.parse("2100")));

    assertThat(data.getFeatures(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0, 1, 2, 2, 1, 0}, {2, 1, 0, 0, 0, 0}});
    assertThat(data.getLabels(0).slice(0).toFloatMatrix()[0]).containsExactly(0, 0, 0, 1, 2, 2);
    assertThat(data.getLabels(0).slice(1).toFloatMatrix()[0]).containsExactly(0, 0, 2, 1, 0, 0);
    assertThat(data.getFeaturesMaskArray(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 0, 0}});
    assertThat(data.getLabelsMaskArray(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0, 0, 1, 1, 1, 1}, {0, 0, 1, 1, 0, 0}});
    assertThat(echo.truth(echo.parse("012210"))).isEqualTo("0122");
  }

  @Test
  void streamsAreOfTheAlphabet() {
    assertThat(echo.examples(Split.TEST)).hasSize(20);
    assertThat(echo.examples(Split.TEST)).allMatch(each -> echo.text(each).matches("[012]{6}"));
  }

  @Test
  void whatIsNoStreamIsRefused() {
    for (String text : List.of("", "01", "013", "0 1 2")) {
      assertThatThrownBy(() -> echo.parse(text))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("expected more than 2 symbols from 0 to 2")
          .hasMessageContaining("such as 0101");
    }
  }
}
