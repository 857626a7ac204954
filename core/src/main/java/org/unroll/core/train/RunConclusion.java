package org.unroll.core.train;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.app.Net;
import org.unroll.core.app.Rival;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.Split;
import org.unroll.core.inspect.Inspector;
import org.unroll.core.inspect.RunInspection;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Judge;
import org.unroll.core.metric.Table;
import org.unroll.core.metric.Verdict;
import org.unroll.core.report.Report;
import org.unroll.core.report.ScoreTable;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

/** The end of a run: the best net scored beside the baselines, {@code result.json}, the report. */
final class RunConclusion {
  private final RunConfig config;
  private final RunDirectory run;
  private final Task<?, ?> task;
  private final BundledNets nets;
  private final TrainOptions options;
  private final Judge judge;
  private final RunNotes notes;

  RunConclusion(
      RunConfig config,
      RunDirectory run,
      Task<?, ?> task,
      BundledNets nets,
      TrainOptions options,
      Judge judge,
      RunNotes notes) {
    this.judge = judge;
    this.notes = notes;
    this.config = config;
    this.run = run;
    this.task = task;
    this.nets = nets;
    this.options = options;
  }

  /**
   * The result of a run that has nothing left to do; empty if some of its training, scores or files
   * are missing.
   *
   * @throws UserError if they are, and it cannot go on because its checkpoint was deleted
   */
  static Optional<RunResult> stored(RunDirectory run, boolean test) {
    if (!Files.exists(run.result())) {
      return Optional.empty();
    }
    RunResult result = RunResult.read(run);
    boolean scored = !test || result.metrics().containsKey(Split.TEST.key());
    if (scored && Files.exists(run.report()) && run.finished()) {
      return Optional.of(result);
    }
    if (!Files.exists(run.lastCheckpoint())) {
      throw new UserError(
          "%s ended, and its %s is gone, so it cannot go on: evaluate --split test scores its net"
              .formatted(run.path(), run.lastCheckpoint()));
    }
    return Optional.empty();
  }

  RunResult write(TrainingState end) {
    Map<String, List<Table>> tables = new LinkedHashMap<>();
    RunResult result = scored(end, tables);
    for (Split split : splits()) {
      print(split, result, tables.get(split.key()));
    }
    Provenance provenance = Provenance.read(run);
    if (Trainer.finished(config.train(), end) && !Files.exists(run.rivalDue())) {
      provenance = provenance.finishedNow(); // a time limit may leave some for later
    }
    (options.request().test() ? provenance.testOpenedOnceMore(task.digests()) : provenance)
        .write(run);
    notes.time("looking inside", () -> RunInspection.of(run, task, Inspector.EXAMPLES));
    notes.write(run, notes.facts(task, known()));
    Report.write(run.path());
    options.out().println("report " + run.report());
    return result;
  }

  /** The net beside the simple models. */
  private RunResult scored(TrainingState end, Map<String, List<Table>> tables) {
    Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
    Map<String, Map<String, Map<String, Double>>> baselines = new LinkedHashMap<>();
    Map<String, List<Chart>> charts = new LinkedHashMap<>();
    Map<String, List<Table>> details = new LinkedHashMap<>();
    KeptAnswers answers = new KeptAnswers();
    Set<String> controls = new LinkedHashSet<>();
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    long parameters = 0;
    for (Split split : splits()) {
      Evaluation evaluation;
      try (Net net = nets.open(bundle(split))) {
        Net told = net.doing("scoring " + split.key());
        evaluation =
            notes.time("scoring, " + split.key() + " split", () -> task.evaluate(told, split));
        parameters = net.parameters();
      }
      metrics.put(split.key(), evaluation.metrics());
      tables.put(split.key(), evaluation.tables());
      charts.put(split.key(), evaluation.charts());
      details.put(split.key(), evaluation.details());
      answers.add(split, ScoreTable.NET, evaluation);
      Map<String, Evaluation> simple =
          notes.time("simple models, " + split.key() + " split", () -> task.baselines(split));
      judge.of(evaluation, simple).ifPresent(verdict -> verdicts.put(split.key(), verdict));
      Map<String, Evaluation> others = new LinkedHashMap<>(simple);
      Map<String, Evaluation> rivals = rival(split);
      others.putAll(rivals);
      controls.addAll(rivals.keySet());
      others.forEach(
          (name, scores) -> {
            answers.add(split, name, scores);
            baselines
                .computeIfAbsent(name, key -> new LinkedHashMap<>())
                .put(split.key(), scores.metrics());
          });
    }
    RunResult scores =
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
    RunResult result = scores.judged(List.copyOf(controls), verdicts);
    AtomicFile.writeJson(run.result(), result);
    answers.write(run);
    AtomicFile.writeJson(run.tables(), tables);
    AtomicFile.writeJson(run.details(), details);
    AtomicFile.writeJson(run.charts(), new TypeReference<>() {}, charts);
    return result;
  }

  private Map<String, Evaluation> rival(Split split) {
    if (task.rival().isEmpty() || !Files.exists(run.rival())) { // a time limit left none for it
      return Map.of();
    }
    Rival rival = task.rival().get();
    try (Net net = nets.open(run.rival())) {
      return rival.scores(net.doing("scoring " + rival.name() + " on " + split.key()), split);
    }
  }

  /** The bundle to score: a refitted net has seen the validation data, the one before it not. */
  private Path bundle(Split split) {
    boolean refitted = Provenance.read(run).refitEpochs() > 0;
    return refitted && split != Split.TEST ? run.chosen() : run.model();
  }

  /** The splits that were read. */
  private List<Split> known() {
    List<Split> known = new ArrayList<>(List.of(Split.TRAIN));
    known.addAll(splits());
    return known;
  }

  private List<Split> splits() {
    return options.request().test()
        ? List.of(Split.VALIDATION, Split.TEST)
        : List.of(Split.VALIDATION);
  }

  private void print(Split split, RunResult result, List<Table> tables) {
    PrintStream out = options.out();
    out.println();
    out.print(ScoreTable.of(result, split.key()).toText());
    result.verdictOn(split.key()).ifPresent(out::println);
    for (Table table : tables) {
      out.println();
      out.print(table.toText());
    }
    out.println();
  }
}
