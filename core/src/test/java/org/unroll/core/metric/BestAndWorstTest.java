package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BestAndWorstTest {
  private static List<Table> of(Metric metric, double... scores) {
    List<List<String>> rows = List.of(List.of("a"), List.of("b"), List.of("c"));
    return BestAndWorst.of(metric, List.of("what"), rows.subList(0, scores.length), scores);
  }

  @Test
  void theWorstStandFirstAndNobodyTwice() {
    List<Table> tables = of(Metric.CHRF, 50, 10, 90);
    assertThat(tables).extracting(Table::title).containsExactly("Worst by chrf", "Best by chrf");
    assertThat(tables.get(0).rows()).containsExactly(List.of("b", "10.00"));
    assertThat(tables.get(1).rows()).containsExactly(List.of("c", "90.00"), List.of("a", "50.00"));
  }

  @Test
  void ofErrorsTheLargestAreTheWorst() {
    assertThat(of(Metric.MAE, 1, 3, 2).get(0).rows().get(0)).startsWith("b");
  }

  @Test
  void aSingleOneIsTheBest() {
    assertThat(of(Metric.CHRF, 50)).extracting(Table::title).containsExactly("Best by chrf");
  }

  @Test
  void videosAreScoredByThemselves() {
    double[][] left = {{0.9, 0.1}, {0.9, 0.1}};
    int[][] truth = {{0, 0}, {0, 1}, {FrameClassification.NONE, FrameClassification.NONE}};
    Answers answers =
        new FrameClassAnswers(
            List.of("left", "right"), "", truth, new double[][][] {left, left, left});
    List<Table> tables = VideosApart.of(List.of("one", "two", "none"), answers);
    assertThat(tables.get(0).rows())
        .containsExactly(List.of("two", "2", "right taken for left (1)", "0.5000"));
    assertThat(tables.get(1).rows()).containsExactly(List.of("one", "2", "–", "1.0000"));
  }

  @Test
  void videosOfNumbersGoByTheirMeanError() {
    double[][][] truth = {{{1}, {Double.NaN}}, {{1}, {2}}};
    double[][][] said = {{{4}, {0}}, {{1}, {2}}};
    Answers answers = new FrameNumberAnswers(List.of("angle"), List.of(), List.of(), truth, said);
    List<Table> tables = VideosApart.of(List.of("one", "two"), answers);
    assertThat(tables.get(0).rows()).containsExactly(List.of("one", "2", "3.0000"));
  }
}
