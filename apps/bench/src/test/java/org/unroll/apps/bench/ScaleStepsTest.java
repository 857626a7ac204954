package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.TimeMajor;

class ScaleStepsTest {
  @Test
  void theFirstRowsKeepTheirOrderInMemory() {
    INDArray steps = Nd4j.arange(24).castTo(Nd4j.defaultFloatingPointType()).reshape(3, 4, 2);
    INDArray cut = ScaleSteps.cut(TimeMajor.sequences(steps), 2); // [2, 2, 3]
    assertThat(cut.shape()).containsExactly(2, 2, 3);
    assertThat(TimeMajor.isDense(cut.permute(2, 0, 1))).isTrue();
    assertThat(cut.toStringFull()).isEqualTo(firstTwo(TimeMajor.sequences(steps)));
  }

  @Test
  void theFirstRowsOfAMask() {
    INDArray cut = ScaleSteps.cut(Nd4j.createFromArray(new float[][] {{1, 0}, {1, 1}, {0, 1}}), 1);
    assertThat(cut.toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 0}});
  }

  private static String firstTwo(INDArray all) {
    INDArray rows = Nd4j.create(2, all.size(1), all.size(2));
    rows.slice(0).assign(all.slice(0));
    rows.slice(1).assign(all.slice(1));
    return rows.toStringFull();
  }
}
