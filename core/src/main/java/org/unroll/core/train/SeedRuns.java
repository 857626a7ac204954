package org.unroll.core.train;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

/**
 * One training for each seed in sub-directories {@code seed-<n>}; the parent's {@code result.json}
 * holds the means and the (sample) standard deviations.
 */
public final class SeedRuns {
  private final RunDirectory parent;
  private final List<Long> seeds;
  private final PrintStream out;

  /**
   * @param parent with its config and request written
   */
  public SeedRuns(RunDirectory parent, List<Long> seeds, PrintStream out) {
    this.parent = parent;
    this.seeds = List.copyOf(seeds);
    this.out = out;
  }

  /** Trains with one seed in a directory, or goes on there; empty if it was stopped. */
  @FunctionalInterface
  public interface Training {
    Optional<RunResult> train(long seed, RunDirectory run);
  }

  /** Where the training with one seed lies, begun or not. */
  public static RunDirectory directory(RunDirectory parent, long seed) {
    return new RunDirectory(parent.path().resolve("seed-" + seed));
  }

  /**
   * Trains all seeds in turn; after an interruption, those that are left.
   *
   * @return the pooled result, or empty if a training was stopped
   */
  public Optional<RunResult> train(Training training) {
    List<RunResult> results = new ArrayList<>();
    for (long seed : seeds) {
      out.println("seed " + seed);
      RunDirectory run = parent.within(directory(parent, seed).name());
      Optional<RunResult> result = training.train(seed, run);
      if (result.isEmpty()) {
        return Optional.empty();
      }
      results.add(result.get());
    }
    RunResult pooled = pool(results);
    AtomicFile.writeJson(parent.result(), pooled);
    print(pooled);
    return Optional.of(pooled);
  }

  private RunResult pool(List<RunResult> results) {
    Map<String, Map<String, Double>> means = new LinkedHashMap<>();
    Map<String, Map<String, Double>> deviations = new LinkedHashMap<>();
    RunResult first = results.get(0);
    for (String split : first.metrics().keySet()) {
      for (String metric : first.metrics().get(split).keySet()) {
        double[] values =
            results.stream().mapToDouble(r -> r.metrics().get(split).get(metric)).toArray();
        means.computeIfAbsent(split, key -> new LinkedHashMap<>()).put(metric, mean(values));
        deviations
            .computeIfAbsent(split, key -> new LinkedHashMap<>())
            .put(metric, deviation(values));
      }
    }
    return new RunResult(
        1,
        first.app(),
        parent.name(),
        means,
        first.baselines(),
        results.stream().mapToDouble(RunResult::seconds).sum(),
        average(results, RunResult::examplesPerSecond),
        first.parameters(),
        (int) Math.round(average(results, RunResult::epochs)),
        (int) Math.round(average(results, RunResult::bestEpoch)),
        deviations,
        first.remark());
  }

  private void print(RunResult pooled) {
    if (!pooled.remark().isEmpty()) {
      out.println(pooled.remark());
    }
    pooled
        .metrics()
        .forEach(
            (split, metrics) ->
                metrics.forEach(
                    (metric, mean) ->
                        out.printf(
                            Locale.ROOT,
                            "%s %s %.4f ± %.4f%n",
                            split,
                            metric,
                            mean,
                            pooled.standardDeviations().get(split).get(metric))));
  }

  private static double average(List<RunResult> results, ToDoubleFunction<RunResult> field) {
    return results.stream().mapToDouble(field).average().orElseThrow();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
  }
}
