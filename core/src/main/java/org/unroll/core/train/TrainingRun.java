package org.unroll.core.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.Net;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.ThreadChoice;
import org.unroll.core.graph.GraphCheck;
import org.unroll.core.run.JsonLines;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.ModelBundle.Extras;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLog;
import org.unroll.core.run.RunResult;
import org.unroll.core.run.UnwritableFile;
import org.unroll.core.yaml.Loaded;
import org.unroll.core.yaml.Problems;

/**
 * One training from config to report: data, graph, loop, files. Read {@link #train} from top to
 * bottom to see what a run is.
 */
final class TrainingRun<C extends Record & RunConfig> {
  private final App<C> app;
  private final Loaded<C> loaded;
  private final TrainOptions options;

  TrainingRun(App<C> app, Loaded<C> loaded, TrainOptions options) {
    this.app = app;
    this.loaded = loaded;
    this.options = options;
  }

  /**
   * Trains in a directory that has begun: from the start, or from the last checkpoint to the
   * numbers of an uninterrupted run. A run that is finished is left as it is.
   *
   * @return the result, or empty if the training was stopped before its end
   */
  Optional<RunResult> train(RunDirectory run) {
    TrainConfig train = loaded.config().train();
    Optional<RunResult> stored = RunConclusion.stored(run, train, options.request().test());
    if (stored.isPresent()) {
      options.out().println("finished before: " + run.path());
      return stored;
    }
    if (!Files.exists(run.lastCheckpoint())) { // new, or it died before its first one
      return RunLog.during(run.log(), () -> trainFromScratch(run, open()));
    }
    return RunLog.during(run.log(), () -> trainFromCheckpoint(run, open()));
  }

  private Task<?, ?> open() {
    C config = loaded.config();
    Backend.prepare(config.device(), config.threads());
    return app.open(config, options.access());
  }

  private Optional<RunResult> trainFromScratch(RunDirectory run, Task<?, ?> task) {
    JsonLines.keepUpTo(run.metrics(), 0);
    JsonLines.keepUpTo(run.samples(), 0);
    ComputationGraph graph = build(loaded.config(), task);
    if (Files.exists(run.provenance())) { // killed before its first checkpoint
      ProvenanceFile.resume(run, task);
      Backend.useThreads(ProvenanceFile.threads(run));
    } else {
      chooseThreads(graph, task);
      ProvenanceFile.create(run, loaded.config(), task, options.request().command());
    }
    return trainAndConclude(run, task, graph, Trainer.start(loaded.config().train()));
  }

  private Optional<RunResult> trainFromCheckpoint(RunDirectory run, Task<?, ?> task) {
    ProvenanceFile.resume(run, task);
    Backend.useThreads(ProvenanceFile.threads(run)); // other numbers add up in another order
    TrainingState state = TrainingState.read(run.lastCheckpoint());
    JsonLines.keepUpTo(run.metrics(), state.epoch());
    JsonLines.keepUpTo(run.samples(), state.epoch());
    return trainAndConclude(run, task, ModelBundle.readGraph(run.lastCheckpoint()), state);
  }

  private void chooseThreads(ComputationGraph graph, Task<?, ?> task) {
    if (loaded.config().threads().isEmpty()) {
      int threads = ThreadChoice.make(graph, task.training());
      options.out().printf(Locale.ROOT, "threads: auto measured that %d is fastest now%n", threads);
    }
  }

  private ComputationGraph build(C config, Task<?, ?> task) {
    Problems problems = new Problems();
    GraphCheck.check(config.graph(), task.ports(), "graph", problems);
    loaded.tree().throwIfAny(problems);
    return InitialGraph.build(config, task);
  }

  /** What a training works on. */
  private record Parts(RunDirectory run, Task<?, ?> task, ComputationGraph graph) {}

  /** Closes the graph. */
  private Optional<RunResult> trainAndConclude(
      RunDirectory run, Task<?, ?> task, ComputationGraph graph, TrainingState from) {
    options
        .out()
        .printf(
            Locale.ROOT,
            "run %s%n%,d parameters, %,d training examples%n",
            run.path(),
            graph.numParams(),
            task.training().examples());
    try (TrainingDisplay display = TrainingDisplay.open(loaded.config(), run, graph, options);
        StopSignal stop = new StopSignal(options.timeLimit())) {
      TrainingState end = trainer(new Parts(run, task, graph), display, stop).train(from);
      if (stop.interruptedByUser() || end.best().epoch() == 0) {
        return stopped("in epoch " + (end.epoch() + 1));
      }
      if (loaded.config().train().refit() && Trainer.finished(loaded.config().train(), end)) {
        Refit refit = new Refit(loaded.config(), task, options.out(), stop);
        if (!refit.replaceModel(run, () -> extras(task, run), end)) {
          return stopped("before it was refitted");
        }
      }
      return Optional.of(new RunConclusion(loaded.config(), run, task, options).write(end));
    } catch (UnwritableFile e) {
      throw new UserError(
          e.getMessage() + "; what is written is whole, go on with " + options.goOn(), e);
    } finally {
      graph.close();
    }
  }

  private Extras extras(Task<?, ?> task, RunDirectory run) {
    return new Extras(loaded.tree().toYaml(), saveFitted(task, run));
  }

  private Optional<RunResult> stopped(String where) {
    options.out().printf(Locale.ROOT, "stopped %s; go on with %s%n", where, options.goOn());
    return Optional.empty();
  }

  private Trainer trainer(Parts parts, TrainingDisplay display, StopSignal stop) {
    Task<?, ?> task = parts.task;
    ComputationGraph graph = parts.graph;
    Trainer.Plan plan = Trainer.Plan.of(loaded.config(), task, graph);
    if (Files.exists(parts.run.lastCheckpoint())) { // resumed
      plan.engine().streamState(ModelBundle.readStream(parts.run.lastCheckpoint()));
    }
    List<TrainingMonitor> monitors = new ArrayList<>();
    monitors.add(new RunJournal(parts.run, task, new Net(graph)));
    monitors.addAll(display.monitors());
    Extras extras = extras(task, parts.run);
    Checkpoints checkpoints = new RunCheckpoints(parts.run, graph, plan.engine(), extras);
    return new Trainer(plan, checkpoints, monitors, stop);
  }

  private static Path saveFitted(Task<?, ?> task, RunDirectory run) {
    Path folder = run.checkpoints().resolve("fitted");
    try {
      Files.createDirectories(folder);
      task.save(folder);
    } catch (IOException e) {
      throw new UnwritableFile(folder, e);
    }
    return folder;
  }
}
