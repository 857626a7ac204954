package org.unroll.datasets.series;

import java.util.List;
import java.util.Optional;
import org.unroll.core.yaml.Alternatives;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("Cuts every series in time: train, then validation, then test.")
@Alternatives({"fractions", "steps", "starts", "last"})
public record SeriesSplit(
    @Doc("Shares of the three parts; they sum to at most 1.") @Range(above = 0, below = 1)
        Optional<List<Double>> fractions,
    @Doc("Steps of the three parts; what follows is not used.") @Range(min = 1)
        Optional<List<Integer>> steps,
    @Doc("First day of validation and of test, such as [2010-01-01, 2011-01-01].")
        Optional<List<String>> starts,
    @Doc("Steps of validation and of test, counted from the end of each series.") @Range(min = 0)
        Optional<List<Integer>> last)
    implements Checked {

  static SeriesSplit ofFractions(Double... three) {
    return new SeriesSplit(
        Optional.of(List.of(three)), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static SeriesSplit ofSteps(Integer... three) {
    return new SeriesSplit(
        Optional.empty(), Optional.of(List.of(three)), Optional.empty(), Optional.empty());
  }

  static SeriesSplit ofLast(Integer... two) {
    return new SeriesSplit(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(List.of(two)));
  }

  @Override
  public void check(String path, Problems problems) {
    fractions.ifPresent(shares -> checkShares(shares, path, problems));
    if (steps.isPresent() && steps.get().size() != 3) {
      problems.add(path + ".steps", "expected three numbers: train, validation, test");
    }
    if (last.isPresent() && last.get().size() != 2) {
      problems.add(path + ".last", "expected two numbers: validation, test");
    }
    if (starts.isPresent()) {
      boolean days = starts.get().stream().allMatch(day -> day.matches("\\d{4}-\\d{2}-\\d{2}"));
      if (starts.get().size() != 2 || !days) {
        problems.add(path + ".starts", "expected two days, such as [2010-01-01, 2011-01-01]");
      }
    }
  }

  private static void checkShares(List<Double> shares, String path, Problems problems) {
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    if (shares.size() != 3 || sum > 1 + 1e-6) {
      problems.add(
          path + ".fractions",
          "expected three shares (train, validation, test) that sum to at most 1, found " + shares);
    }
  }
}
