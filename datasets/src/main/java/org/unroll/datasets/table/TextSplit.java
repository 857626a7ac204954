package org.unroll.datasets.table;

import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("Cuts one file into three parts; equal texts fall into the same part.")
public record TextSplit(
    @Doc("random: by a hash of the text and the seed.") @Default("random") By by,
    @Doc("Shares of train, validation and test; they sum to 1.")
        @Default("[0.8, 0.1, 0.1]")
        @Range(above = 0, below = 1)
        List<Double> fractions)
    implements Checked {
  public enum By {
    RANDOM
  }

  /** How a source that is one file is cut. */
  public static TextSplit required(Optional<TextSplit> split) {
    return split.orElseThrow(
        () ->
            new UserError(
                "data.source is one file: add data.split, such as split: {by: random, fractions: [0.8, 0.1, 0.1]}, or give data.train, data.validation and data.test instead"));
  }

  @Override
  public void check(String path, Problems problems) {
    double sum = 0;
    for (double fraction : fractions) {
      sum += fraction;
    }
    if (fractions.size() != 3 || Math.abs(sum - 1) > 1e-6) {
      problems.add(
          path + ".fractions",
          "expected three shares (train, validation, test) that sum to 1, found " + fractions);
    }
  }
}
