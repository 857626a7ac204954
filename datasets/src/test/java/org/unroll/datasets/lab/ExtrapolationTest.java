package org.unroll.datasets.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;

class ExtrapolationTest {
  private final WaveSpan span = new WaveSpan(20, 12, 3);
  private final Extrapolation past = new Extrapolation(new Wave(8, 1), span, true, 100, 1);
  private final Extrapolation time = new Extrapolation(new Wave(8, 1), span, false, 100, 1);

  @Test
  void trainingIsOnEvenStepsValidationOnOddOnesAndTestOnWhatComesAfter() {
    Set<Integer> trained = new HashSet<>(steps(past.training(3)));

    assertThat(trained).containsExactlyInAnyOrder(4, 6, 8, 10, 12, 14, 16, 18);
    assertThat(steps(past.training(3)))
        .hasSize(100)
        .isEqualTo(steps(past.training(3)))
        .isNotEqualTo(steps(past.training(4)));
    assertThat(steps(past.examples(Split.VALIDATION))).containsExactly(5, 7, 9, 11, 13, 15, 17, 19);
    assertThat(steps(past.examples(Split.TEST))).hasSize(12).startsWith(20).endsWith(31);
  }

  private static List<Integer> steps(List<WavePoint> points) {
    return points.stream().map(WavePoint::step).toList();
  }

  @Test
  void theNetReadsTheTimeOrTheValuesBefore() {
    MultiDataSet pasts = past.arrays(List.of(past.parse("4"), past.parse("6")));
    MultiDataSet times = time.arrays(List.of(time.parse("10"), time.parse("20")));

    float half = (float) Math.sqrt(0.5);
    assertThat(pasts.getFeatures(0).slice(0).toFloatMatrix()[0])
        .containsExactly(new float[] {half, 1, half}, Offset.offset(1e-6f));
    assertThat(pasts.getLabels(0).toFloatVector())
        .containsExactly(new float[] {0, -1}, Offset.offset(1e-6f));
    assertThat(times.getFeatures(0).toFloatMatrix()).isDeepEqualTo(new float[][] {{0}, {1}});
  }

  @Test
  void twoSinesNeverComeBack() {
    Wave wave = new Wave(8, 2);

    assertThat(wave.at(2))
        .isCloseTo((1 + Math.sin(4 * Math.PI / 12.944272)) / 2, Offset.offset(1e-6));
    for (int step = 1; step < 1000; step++) {
      boolean same = true;
      for (int ahead = 0; ahead < 8; ahead++) {
        same &= Math.abs(wave.at(ahead) - wave.at(step + ahead)) < 1e-3;
      }
      assertThat(same).as("step %d", step).isFalse();
    }
  }

  @Test
  void whatIsNoStepIsRefused() {
    for (String text : List.of("", "x", "2.5", "2", "32", "-1")) {
      assertThatThrownBy(() -> past.parse(text))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("from 3 to 31");
    }
  }
}
