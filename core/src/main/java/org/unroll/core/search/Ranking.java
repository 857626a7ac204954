package org.unroll.core.search;

import java.util.Comparator;
import org.unroll.core.metric.Metric;
import org.unroll.core.train.TrainingState.Best;

/** The better score first; of equal ones the net that was less surprised by the truth. */
record Ranking(Metric metric) implements Comparator<Ranking.Score> {
  /**
   * @param surprise NaN if not scored
   */
  record Score(double value, double surprise) {
    static Score of(Best best) {
      return new Score(best.value(), best.surprise());
    }
  }

  /** Of a trial that has none. */
  Score worst() {
    return new Score(metric.worst(), Double.POSITIVE_INFINITY);
  }

  @Override
  public int compare(Score a, Score b) {
    int order = byValue().compare(a, b);
    return order == 0 ? Double.compare(a.surprise, b.surprise) : order; // NaN comes last
  }

  /** The same by the scores alone. */
  Comparator<Score> byValue() {
    return (a, b) ->
        metric.better(finite(a.value), finite(b.value))
            ? -1
            : metric.better(finite(b.value), finite(a.value)) ? 1 : 0;
  }

  private double finite(double value) {
    return Double.isFinite(value) ? value : metric.worst();
  }
}
