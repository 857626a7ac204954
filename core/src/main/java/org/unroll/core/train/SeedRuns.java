package org.unroll.core.train;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.unroll.core.report.ScoreTable;
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
    RunResult first = results.get(0);
    List<Map<String, Map<String, Double>>> metrics =
        results.stream().map(RunResult::metrics).toList();
    Map<String, Map<String, Map<String, Double>>> baselines = new LinkedHashMap<>();
    for (String name : first.baselines().keySet()) {
      // trained ones differ from seed to seed, and a seed out of time has none
      if (results.stream().allMatch(r -> r.baselines().containsKey(name))) {
        baselines.put(
            name,
            pool(results.stream().map(r -> r.baselines().get(name)).toList(), SeedRuns::mean));
      }
    }
    return new RunResult(
        1,
        first.app(),
        parent.name(),
        pool(metrics, SeedRuns::mean),
        baselines,
        results.stream().mapToDouble(RunResult::seconds).sum(),
        average(results, RunResult::examplesPerSecond),
        first.parameters(),
        (int) Math.round(average(results, RunResult::epochs)),
        (int) Math.round(average(results, RunResult::bestEpoch)),
        pool(metrics, SeedRuns::deviation),
        first.remark());
  }

  /** One number for each split and metric from those of the seeds. */
  private static Map<String, Map<String, Double>> pool(
      List<Map<String, Map<String, Double>>> seeds, ToDoubleFunction<double[]> statistic) {
    Map<String, Map<String, Double>> pooled = new LinkedHashMap<>();
    for (String split : seeds.get(0).keySet()) {
      Map<String, Double> metrics = new LinkedHashMap<>();
      for (String metric : seeds.get(0).get(split).keySet()) {
        double[] values = seeds.stream().mapToDouble(s -> s.get(split).get(metric)).toArray();
        metrics.put(metric, statistic.applyAsDouble(values));
      }
      pooled.put(split, metrics);
    }
    return pooled;
  }

  private void print(RunResult pooled) {
    for (String split : pooled.metrics().keySet()) {
      out.println();
      out.print(ScoreTable.of(pooled, split).toText());
    }
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
