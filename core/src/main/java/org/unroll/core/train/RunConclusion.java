package org.unroll.core.train;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.app.Net;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Table;
import org.unroll.core.report.Report;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

/** The end of a run: the best net scored beside the baselines, {@code result.json}, the report. */
final class RunConclusion {
  private final RunConfig config;
  private final RunDirectory run;
  private final Task<?, ?> task;
  private final TrainOptions options;

  RunConclusion(RunConfig config, RunDirectory run, Task<?, ?> task, TrainOptions options) {
    this.config = config;
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
    Map<String, List<Table>> tables = new LinkedHashMap<>();
    RunResult result = scored(end, tables);
    for (Split split : splits()) {
      print(split, result, tables.get(split.key()));
    }
    Provenance provenance = Provenance.read(run).finishedNow();
    (options.request().test() ? provenance.testOpenedOnceMore(task.digests()) : provenance)
        .write(run);
    Report.write(run.path());
    options.out().println("report " + run.report());
    return result;
  }

  /** The net beside the simple models. */
  private RunResult scored(TrainingState end, Map<String, List<Table>> tables) {
    Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
    Map<String, Map<String, Map<String, Double>>> baselines = new LinkedHashMap<>();
    Map<String, List<Chart>> charts = new LinkedHashMap<>();
    long parameters = 0;
    for (Split split : splits()) {
      Evaluation evaluation;
      try (Net net = new Net(ModelBundle.readGraph(bundle(split)))) {
        evaluation = task.evaluate(net, split);
        parameters = net.parameters();
      }
      metrics.put(split.key(), evaluation.metrics());
      tables.put(split.key(), evaluation.tables());
      charts.put(split.key(), evaluation.charts());
      task.baselines(split)
          .forEach(
              (name, scores) ->
                  baselines
                      .computeIfAbsent(name, key -> new LinkedHashMap<>())
                      .put(split.key(), scores.metrics()));
    }
    RunResult result =
        new RunResult(
            1,
            config.app(),
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
    return result;
  }

  /** The bundle to score: a refitted net has seen the validation data, the one before it not. */
  private Path bundle(Split split) {
    boolean refitted = Provenance.read(run).refitEpochs() > 0;
    return refitted && split != Split.TEST ? run.chosen() : run.model();
  }

  private List<Split> splits() {
    return options.request().test()
        ? List.of(Split.VALIDATION, Split.TEST)
        : List.of(Split.VALIDATION);
  }

  private void print(Split split, RunResult result, List<Table> tables) {
    PrintStream out = options.out();
    Map<String, Double> net = result.metrics().get(split.key());
    List<String> header = new ArrayList<>(List.of("model"));
    header.addAll(net.keySet());
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("net", net, net.keySet()));
    result
        .baselines()
        .forEach((name, scores) -> rows.add(row(name, scores.get(split.key()), net.keySet())));
    out.println();
    String remark = task.remark().isEmpty() ? "" : " (" + task.remark() + ")";
    String title = "Scores on the " + split.key() + " split" + remark;
    out.print(new Table(title, header, rows).toText());
    for (Table table : tables) {
      out.println();
      out.print(table.toText());
    }
    out.println();
  }

  /** A dash where a model lacks a metric: a forecast of one number has no quantiles to score. */
  private static List<String> row(String name, Map<String, Double> scores, Set<String> metrics) {
    List<String> row = new ArrayList<>(List.of(name));
    for (String metric : metrics) {
      Double value = scores.get(metric);
      row.add(value == null ? "–" : String.format(Locale.ROOT, "%.4f", value));
    }
    return row;
  }
}
