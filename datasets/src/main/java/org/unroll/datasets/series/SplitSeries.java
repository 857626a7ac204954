package org.unroll.datasets.series;

import java.util.List;
import org.unroll.core.data.Split;

/**
 * Series and where in time each is cut.
 *
 * @param parts for each series: the steps before {@code train} train, those up to {@code
 *     validation} validate, those up to {@code test} test
 */
public record SplitSeries(List<Series> series, List<Cut> parts) {
  /** The first step after each part. */
  public record Cut(int train, int validation, int test) {
    /** First step whose target belongs to the split. */
    public int from(Split split) {
      return switch (split) {
        case TRAIN -> 0;
        case VALIDATION -> train;
        case TEST -> validation;
      };
    }

    /** The step after the last whose target belongs to the split. */
    public int to(Split split) {
      return switch (split) {
        case TRAIN -> train;
        case VALIDATION -> validation;
        case TEST -> test;
      };
    }
  }

  public SplitSeries {
    series = List.copyOf(series);
    parts = List.copyOf(parts);
    if (series.size() != parts.size()) {
      throw new IllegalArgumentException(series.size() + " series, " + parts.size() + " cuts");
    }
  }

  /** The same with the validation part added to the training part. */
  public SplitSeries withoutValidation() {
    List<Cut> joined =
        parts.stream().map(c -> new Cut(c.validation(), c.validation(), c.test())).toList();
    return new SplitSeries(series, joined);
  }
}
