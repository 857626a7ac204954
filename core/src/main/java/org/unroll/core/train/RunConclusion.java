package org.unroll.core.train;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.app.Split;
import org.unroll.core.app.Task;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Table;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.Report;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

/** The end of a run: the best net scored beside the baselines, {@code result.json}, the report. */
final class RunConclusion {
  private final String app;
  private final RunDirectory run;
  private final Task<?, ?> task;
  private final TrainOptions options;

  RunConclusion(String app, RunDirectory run, Task<?, ?> task, TrainOptions options) {
    this.app = app;
    this.run = run;
    this.task = task;
    this.options = options;
  }

  /**
   * The result of a run that has nothing left to do; empty if some of its training, scores or files
   * are missing.
   */
  static Optional<RunResult> stored(RunDirectory run, TrainConfig config, boolean test) {
    boolean concluded =
        Files.exists(run.result())
            && Files.exists(run.report())
            && !Provenance.read(run).finished().isEmpty()
            && Trainer.finished(config, TrainingState.read(run.lastCheckpoint()));
    if (!concluded) {
      return Optional.empty();
    }
    RunResult result = RunResult.read(run);
    boolean complete = !test || result.metrics().containsKey(Split.TEST.key());
    return complete ? Optional.of(result) : Optional.empty();
  }

  RunResult write(TrainingState end) {
    Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
    Map<String, Map<String, Map<String, Double>>> baselines = new LinkedHashMap<>();
    Map<String, List<Table>> tables = new LinkedHashMap<>();
    Map<String, List<Chart>> charts = new LinkedHashMap<>();
    ComputationGraph graph = ModelBundle.readGraph(run.model());
    long parameters = graph.numParams();
    try {
      for (Split split : splits()) {
        Evaluation evaluation = task.evaluate(graph, split);
        Map<String, Evaluation> simple = task.baselines(split);
        metrics.put(split.key(), evaluation.metrics());
        tables.put(split.key(), evaluation.tables());
        charts.put(split.key(), evaluation.charts());
        simple.forEach(
            (name, scores) ->
                baselines
                    .computeIfAbsent(name, key -> new LinkedHashMap<>())
                    .put(split.key(), scores.metrics()));
        print(split, evaluation, simple);
      }
    } finally {
      graph.close();
    }
    RunResult result =
        new RunResult(
            1,
            app,
            run.name(),
            metrics,
            baselines,
            end.spent().seconds(),
            end.spent().examplesPerSecond(),
            parameters,
            end.epoch(),
            end.best().epoch(),
            null,
            task.remark());
    AtomicFile.writeJson(run.result(), result);
    AtomicFile.writeJson(run.tables(), tables);
    AtomicFile.writeJson(run.charts(), new TypeReference<>() {}, charts);
    Provenance provenance = Provenance.read(run).finishedNow();
    (options.request().test() ? provenance.testOpenedOnceMore(task.digests()) : provenance)
        .write(run);

    Report.write(run.path());
    options.out().println("report " + run.report());
    return result;
  }

  private List<Split> splits() {
    return options.request().test()
        ? List.of(Split.VALIDATION, Split.TEST)
        : List.of(Split.VALIDATION);
  }

  private void print(Split split, Evaluation evaluation, Map<String, Evaluation> baselines) {
    PrintStream out = options.out();
    List<String> header = new ArrayList<>(List.of("model"));
    header.addAll(evaluation.metrics().keySet());
    List<List<String>> rows = new ArrayList<>();
    Set<String> metrics = evaluation.metrics().keySet();
    rows.add(row("net", evaluation, metrics));
    baselines.forEach((name, scores) -> rows.add(row(name, scores, metrics)));
    out.println();
    String remark = task.remark().isEmpty() ? "" : " (" + task.remark() + ")";
    String title = "Scores on the " + split.key() + " split" + remark;
    out.print(new Table(title, header, rows).toText());
    for (Table table : evaluation.tables()) {
      out.println();
      out.print(table.toText());
    }
    out.println();
  }

  /** A dash where a model lacks a metric: a forecast of one number has no quantiles to score. */
  private static List<String> row(String name, Evaluation scores, Set<String> metrics) {
    List<String> row = new ArrayList<>(List.of(name));
    for (String metric : metrics) {
      Double value = scores.metrics().get(metric);
      row.add(value == null ? "–" : String.format(Locale.ROOT, "%.4f", value));
    }
    return row;
  }
}
