package org.unroll.datasets.series;

import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("What is done about missing and repeated steps.")
public record RepairConfig(
    @Doc(
            "interpolate: straight lines across gaps up to longest-gap, the rest is masked; mask; or error.")
        @Default("interpolate")
        Gaps gaps,
    @Doc("Steps of the longest gap that is interpolated.") @Default("6") @Range(min = 1, max = 1000)
        int longestGap,
    @Doc("Rows of one stamp: mean, first, last, or error.") @Default("mean")
        Duplicates duplicates) {

  /** What is done about steps without a value. */
  public enum Gaps {
    INTERPOLATE,
    MASK,
    ERROR
  }

  /** What is done about rows of one stamp. */
  public enum Duplicates {
    MEAN,
    FIRST,
    LAST,
    ERROR
  }
}
