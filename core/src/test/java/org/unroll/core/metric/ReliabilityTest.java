package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  /** Two answers with 0.9, one of them right; two with 0.6, both right. */
  private static final double[][] ROWS = {{0.9, 0.1}, {0.9, 0.1}, {0.6, 0.4}, {0.4, 0.6}};

  private static final int[] TRUTH = {0, 1, 0, 1};

  @Test
  void theErrorIsHowFarEachBinIsOffAsOftenAsItOccurs() {
    Reliability reliability = Reliability.of(TRUTH, ROWS, "texts");
    assertThat(reliability.expectedError()).isCloseTo(0.5 * 0.4 + 0.5 * 0.4, within(1e-12));
    assertThat(reliability.table().rows())
        .containsExactly(
            List.of("0.6 to 0.7", "2", "0.600", "1.000"),
            List.of("0.9 to 1.0", "2", "0.900", "0.500"));
    assertThat(reliability.chart().title())
        .isEqualTo("Reliability: expected calibration error 0.400")
        .isEqualTo(reliability.table().title());
  }

  @Test
  void whoIsAsOftenRightAsHeSaysHasNone() {
    double[][] rows = {{0.75, 0.25}, {0.75, 0.25}, {0.75, 0.25}, {0.75, 0.25}};
    assertThat(Reliability.of(new int[] {0, 0, 0, 1}, rows, "texts").expectedError()).isZero();
  }

  @Test
  void certaintyIsInTheLastBin() {
    Chart.Agreement chart =
        (Chart.Agreement) Reliability.of(new int[] {0}, new double[][] {{1, 0}}, "texts").chart();
    assertThat(chart.spots()).containsExactly(new Chart.Spot("0.9 to 1.0", 1, 1, 1));
  }

  @Test
  void everyClassifierIsDrawn() {
    Evaluation texts = new ClassAnswers(List.of("a", "b"), TRUTH, ROWS).score();
    assertThat(texts.charts()).hasSize(1);
    assertThat(texts.details().get(0).title()).isEqualTo(texts.charts().get(0).title());
    int[][] frames = {{0, FrameClassification.NONE}, {1}};
    double[][][] said = {{ROWS[0], ROWS[1]}, {ROWS[3]}};
    Evaluation videos = new FrameClassAnswers(List.of("a", "b"), "", frames, said).score();
    assertThat(videos.details().get(0).header()).contains("frames");
    assertThat(videos.details().get(0).rows()).as("without the frame that has no label").hasSize(2);
  }
}
