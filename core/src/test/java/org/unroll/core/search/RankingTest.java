package org.unroll.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unroll.core.metric.Metric;
import org.unroll.core.search.Ranking.Score;

class RankingTest {
  private static List<Double> ranked(Metric metric, Score... scores) {
    return Stream.of(scores).sorted(new Ranking(metric)).map(Score::value).toList();
  }

  private static Score score(double value) {
    return new Score(value, Double.NaN);
  }

  @Test
  void theMetricSaysWhichSideIsBetter() {
    assertThat(ranked(Metric.ACCURACY, score(0.1), score(0.9))).containsExactly(0.9, 0.1);
    assertThat(ranked(Metric.MAE, score(0.9), score(0.1))).containsExactly(0.1, 0.9);
  }

  @Test
  void whatIsNoNumberComesLast() {
    assertThat(ranked(Metric.MAE, score(Double.NaN), score(3), score(1)))
        .containsExactly(1.0, 3.0, Double.NaN);
    assertThat(ranked(Metric.ACCURACY, score(Double.NaN), score(0), score(1)))
        .containsExactly(1.0, 0.0, Double.NaN);
  }

  @Test
  void ofEqualScoresThatOfTheLessSurprisedNetIsBetter() {
    Ranking ranking = new Ranking(Metric.ACCURACY);

    assertThat(ranking.compare(new Score(0.5, 0.1), new Score(0.5, 0.2))).isNegative();
    assertThat(ranking.compare(new Score(0.5, Double.NaN), new Score(0.5, 0.2))).isPositive();
    assertThat(ranking.byValue().compare(new Score(0.5, 0.1), new Score(0.5, 0.2))).isZero();
  }
}
