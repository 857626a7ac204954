package org.unroll.core.train;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.unroll.core.app.Repetition;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Judge;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Noise;
import org.unroll.core.metric.Table;
import org.unroll.core.metric.Verdict;
import org.unroll.core.report.ScoreTable;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

/**
 * A training for each repetition, such as one for each seed, in sub-directories; the parent's
 * {@code result.json} holds the means and, of more than one, the (sample) standard deviations. The
 * answers of folds, where they are kept, are scored together: a fold is but a part of the test
 * data.
 */
final class RepeatedTraining {
  private final RunDirectory parent;
  private final List<Repetition> repetitions;
  private final PrintStream out;
  private final Judge judge;

  /**
   * @param parent with its config and request written
   */
  RepeatedTraining(
      RunDirectory parent, List<Repetition> repetitions, PrintStream out, Judge judge) {
    this.judge = judge;
    this.parent = parent;
    this.repetitions = List.copyOf(repetitions);
    this.out = out;
  }

  /** Trains one of them in a directory, or goes on there; empty if it was stopped. */
  @FunctionalInterface
  interface Training {
    Optional<RunResult> train(Repetition repetition, RunDirectory run);
  }

  /**
   * Trains all in turn; after an interruption, those that are left.
   *
   * @return the pooled result, or empty if a training was stopped
   */
  Optional<RunResult> train(Training training) {
    List<RunResult> results = new ArrayList<>();
    for (Repetition repetition : repetitions) {
      int number = results.size() + 1;
      out.println(repetition.title() + " (" + number + " of " + repetitions.size() + ")");
      Optional<RunResult> result =
          training.train(repetition, parent.within(repetition.directory()));
      if (result.isEmpty()) {
        return Optional.empty();
      }
      results.add(result.get());
    }
    KeptAnswers answers = answers();
    answers.write(parent);
    RunResult pooled = judged(pool(results, answers), results);
    AtomicFile.writeJson(parent.result(), pooled);
    print(pooled, answers);
    return Optional.of(pooled);
  }

  /** Of all folds; of seeds, which answer the same questions, none. */
  private KeptAnswers answers() {
    boolean folds = repetitions.get(0).kind().equals(Repetition.FOLD);
    return KeptAnswers.of(
        folds
            ? repetitions.stream().map(each -> parent.within(each.directory())).toList()
            : List.of());
  }

  private RunResult pool(List<RunResult> results, KeptAnswers answers) {
    RunResult first = results.get(0);
    List<Map<String, Map<String, Double>>> metrics =
        results.stream().map(RunResult::metrics).toList();
    Map<String, Map<String, Map<String, Double>>> baselines = new LinkedHashMap<>();
    Set<String> shared = new LinkedHashSet<>(first.baselines().keySet());
    results.forEach(result -> shared.retainAll(result.baselines().keySet())); // a time limit
    for (String name : shared) {
      Map<String, Map<String, Double>> means =
          pool(results.stream().map(r -> r.baselines().get(name)).toList(), RepeatedTraining::mean);
      baselines.put(name, together(means, answers, name));
    }
    return new RunResult(
        1,
        first.app(),
        parent.name(),
        together(pool(metrics, RepeatedTraining::mean), answers, ScoreTable.NET),
        baselines,
        results.stream().mapToDouble(RunResult::seconds).sum(),
        average(results, RunResult::examplesPerSecond),
        first.parameters(),
        (int) Math.round(average(results, RunResult::epochs)),
        (int) Math.round(average(results, RunResult::bestEpoch)),
        results.size() == 1 ? null : pool(metrics, RepeatedTraining::deviation),
        first.remark());
  }

  /** By how far the net is from a model in each training; of a single one by what it says. */
  private RunResult judged(RunResult pooled, List<RunResult> results) {
    RunResult first = results.get(0);
    RunResult ofAll = pooled.judged(first.controls(), first.verdict());
    if (results.size() == 1) {
      return ofAll;
    }
    String what = repetitions.get(0).kind() + "s";
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (String split : pooled.metrics().keySet()) {
      judge
          .of(
              pooled.metrics().get(split),
              ofAll.simple(split),
              (metric, model) -> Noise.of(differences(results, split, metric, model), what))
          .ifPresent(verdict -> verdicts.put(split, verdict));
    }
    return ofAll.judged(first.controls(), verdicts);
  }

  /** Net less model in each training; none at all if one lacks the metric. */
  private static double[] differences(
      List<RunResult> results, String split, Metric metric, String model) {
    double[] differences = new double[results.size()];
    for (int i = 0; i < differences.length; i++) {
      Double net = results.get(i).metrics().get(split).get(metric.key());
      Double simple = results.get(i).simple(split).get(model).get(metric.key());
      if (net == null || simple == null) {
        return new double[0];
      }
      differences[i] = net - simple;
    }
    return differences;
  }

  /** The scores of all answers together, where they are kept. */
  private static Map<String, Map<String, Double>> together(
      Map<String, Map<String, Double>> means, KeptAnswers answers, String model) {
    Map<String, Map<String, Double>> all = new LinkedHashMap<>(means);
    all.replaceAll(
        (split, scores) -> answers.scores(split, model).map(Evaluation::metrics).orElse(scores));
    return all;
  }

  /**
   * One number for each split and metric from those of the trainings; none where one lacks it, as a
   * fold with a single class has no roc-auc.
   */
  private static Map<String, Map<String, Double>> pool(
      List<Map<String, Map<String, Double>>> all, ToDoubleFunction<double[]> statistic) {
    Map<String, Map<String, Double>> pooled = new LinkedHashMap<>();
    for (String split : all.get(0).keySet()) {
      Map<String, Double> metrics = new LinkedHashMap<>();
      for (String metric : all.get(0).get(split).keySet()) {
        if (all.stream().allMatch(each -> each.get(split).containsKey(metric))) {
          double[] values = all.stream().mapToDouble(s -> s.get(split).get(metric)).toArray();
          metrics.put(metric, statistic.applyAsDouble(values));
        }
      }
      pooled.put(split, metrics);
    }
    return pooled;
  }

  private void print(RunResult pooled, KeptAnswers answers) {
    for (String split : pooled.metrics().keySet()) {
      out.println();
      out.print(ScoreTable.of(pooled, split).toText());
      pooled.verdictOn(split).ifPresent(out::println);
      for (Table table :
          answers.scores(split, ScoreTable.NET).map(Evaluation::tables).orElse(List.of())) {
        out.println();
        out.print(table.toText());
      }
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
    return Math.sqrt(squares / (values.length - 1));
  }
}
