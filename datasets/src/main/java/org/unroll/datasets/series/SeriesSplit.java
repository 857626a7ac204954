package org.unroll.datasets.series;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.unroll.core.app.Repetition;
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
        Optional<List<Integer>> last,
    @Doc(
            "With last: rolling origins, so many trainings; each is tested on the steps after those of the one before, the last one on the end of each series.")
        @Range(min = 2, max = 1000)
        OptionalInt origins,
    @Doc("The origin to train for, from 1; without it each in turn.") @Range(min = 1)
        OptionalInt origin)
    implements Checked {

  static SeriesSplit ofFractions(Double... three) {
    return new SeriesSplit(
        Optional.of(List.of(three)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  static SeriesSplit ofSteps(Integer... three) {
    return new SeriesSplit(
        Optional.empty(),
        Optional.of(List.of(three)),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  static SeriesSplit ofLast(Integer... two) {
    return new SeriesSplit(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(List.of(two)),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  @Override
  public void check(String path, Problems problems) {
    if (origins.isPresent() && last.isEmpty()) {
      problems.add(path + ".origins", "rolling origins count from the end; write last");
    }
    if (origin.isPresent() && origin.getAsInt() > origins.orElse(0)) {
      problems.add(path + ".origin", "there are %d origins, from 1".formatted(origins.orElse(0)));
    }
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

  /** A training for each origin; none without origins, or if one is named. */
  List<Repetition> repetitions() {
    return origin.isPresent()
        ? List.of()
        : Repetition.numbered("origin", "data.split.origin", origins.orElse(0));
  }

  /** Steps at the end of each series that belong to later origins. */
  int later() {
    int count = origins.orElse(1);
    return last.isEmpty() ? 0 : (count - origin.orElse(count)) * last.get().get(1);
  }
}
