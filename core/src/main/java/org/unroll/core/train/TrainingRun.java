package org.unroll.core.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.JsonLines;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.ModelBundle.Extras;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;
import org.unroll.core.run.RunLog;
import org.unroll.core.run.RunResult;
import org.unroll.core.run.UnwritableFile;
import org.unroll.core.yaml.Loaded;
import org.unroll.core.yaml.Problems;

/**
 * One training from config to report: data, graph, loop, files. Read {@link #start} from top to
 * bottom to see what a run is.
 */
public final class TrainingRun<C extends Record & RunConfig> {
  private final App<C> app;
  private final Loaded<C> loaded;
  private final TrainOptions options;

  public TrainingRun(App<C> app, Loaded<C> loaded, TrainOptions options) {
    this.app = app;
    this.loaded = loaded;
    this.options = options;
  }

  /**
   * Trains in a new run directory.
   *
   * @return the result, or empty if the training was stopped before its end
   */
  public Optional<RunResult> start(RunDirectory run) {
    return RunLock.during(
        run,
        () -> {
          options.request().write(run);
          AtomicFile.writeText(run.config(), loaded.tree().toYaml());
          return RunLog.during(run.log(), () -> trainFromScratch(run, open()));
        });
  }

  /**
   * Goes on from the last checkpoint and gives the numbers of an uninterrupted run. A run that is
   * finished is left as it is.
   */
  public Optional<RunResult> resume(RunDirectory run) {
    return RunLock.during(
        run,
        () -> {
          if (!Files.exists(run.lastCheckpoint())) { // it died before its first one
            return RunLog.during(run.log(), () -> trainFromScratch(run, open()));
          }
          TrainConfig train = loaded.config().train();
          Optional<RunResult> stored = RunConclusion.stored(run, train, options.request().test());
          if (stored.isPresent()) {
            options.out().println("finished before: " + run.path());
            return stored;
          }
          return RunLog.during(run.log(), () -> trainFromCheckpoint(run, open()));
        });
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
    return train(run, task, graph, Trainer.start(loaded.config().train()));
  }

  private Optional<RunResult> trainFromCheckpoint(RunDirectory run, Task<?, ?> task) {
    ProvenanceFile.resume(run, task);
    Backend.useThreads(ProvenanceFile.threads(run)); // other numbers add up in another order
    TrainingState state = TrainingState.read(run.lastCheckpoint());
    JsonLines.keepUpTo(run.metrics(), state.epoch());
    JsonLines.keepUpTo(run.samples(), state.epoch());
    return train(run, task, ModelBundle.readGraph(run.lastCheckpoint()), state);
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
    return InitialGraph.build(config.graph(), config, task);
  }

  /** What a training works on. */
  private record Parts(RunDirectory run, Task<?, ?> task, ComputationGraph graph) {}

  /** Trains, concludes and closes the graph. */
  private Optional<RunResult> train(
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
      boolean refit = loaded.config().train().refit();
      if (refit && Trainer.finished(loaded.config().train(), end) && !refit(run, task, end, stop)) {
        return stopped("before it was refitted");
      }
      Optional<RunResult> result =
          new RunConclusion(loaded.config(), run, task, options).write(end, stop);
      return result.isPresent() ? result : stopped("before all baselines were scored");
    } catch (UnwritableFile e) {
      throw new UserError(
          e.getMessage() + "; what is written is whole, go on with " + options.goOn(), e);
    } finally {
      graph.close();
    }
  }

  /**
   * Puts the refitted net into {@code model.zip}, if it is not there yet; the chosen one is kept
   * first, for its validation scores.
   *
   * @return false if stopped
   */
  private boolean refit(
      RunDirectory run, Task<?, ?> task, TrainingState end, BooleanSupplier stop) {
    Provenance provenance = Provenance.read(run);
    if (provenance.refitEpochs() > 0) {
      return true;
    }
    if (!Files.exists(run.chosen())) {
      AtomicFile.write(run.chosen(), out -> Files.copy(run.model(), out));
    }
    Refit refit = new Refit(loaded.config(), task, options.out(), stop);
    Optional<ComputationGraph> graph = refit.train(loaded.config().graph(), end.best().epoch());
    if (graph.isEmpty()) {
      return false;
    }
    try {
      ModelBundle.write(run.model(), graph.get(), extras(task, run), end);
    } finally {
      graph.get().close();
    }
    provenance.refitted(end.best().epoch()).write(run);
    return true;
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
    List<TrainingMonitor> monitors = new ArrayList<>();
    monitors.add(new RunJournal(parts.run, task, new Net(graph)));
    monitors.addAll(display.monitors());
    Checkpoints checkpoints = new RunCheckpoints(parts.run, graph, extras(task, parts.run));
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
