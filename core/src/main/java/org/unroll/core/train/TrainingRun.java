package org.unroll.core.train;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.FirstStage;
import org.unroll.core.app.Net;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Split;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.ThreadChoice;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.GraphCheck;
import org.unroll.core.inspect.Spectra;
import org.unroll.core.metric.Judge;
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
  private static final String NOT_READY = "while the training was made ready";
  private static final String BY_LIMIT = "by --time-limit ";

  private final App<C> app;
  private final Loaded<C> loaded;
  private final TrainOptions options;
  private final Optional<Part> part;
  private final PrintStream urgent; // where the user must be told
  private final RunNotes notes = new RunNotes();

  /**
   * What is trained now of a training that goes on another time.
   *
   * @param epochs to be done at most, those before counted
   * @param concluded whether the best epoch so far is scored though there are epochs left
   * @param stop ends it before that
   */
  record Part(int epochs, boolean concluded, StopSignal stop) {}

  TrainingRun(App<C> app, Loaded<C> loaded, TrainOptions options) {
    this(app, loaded, options, Optional.empty(), options.out());
  }

  private TrainingRun(
      App<C> app, Loaded<C> loaded, TrainOptions options, Optional<Part> part, PrintStream urgent) {
    this.app = app;
    this.loaded = loaded;
    this.options = options;
    this.part = part;
    this.urgent = urgent;
  }

  /** The same for a part of the training, of which whoever asks for it tells. */
  TrainingRun<C> of(Part wanted) {
    return new TrainingRun<>(app, loaded, options.unheard(), Optional.of(wanted), options.out());
  }

  /**
   * Trains in a directory that has begun: from the start, or from the last checkpoint to the
   * numbers of an uninterrupted run. A run that is finished is left as it is.
   *
   * @return the result, or empty if the training was stopped before its end
   */
  Optional<RunResult> train(RunDirectory run) {
    Optional<RunResult> stored = RunConclusion.stored(run, options.request().test());
    if (stored.isPresent()) {
      options.out().println("finished before: " + run.path());
      return stored;
    }
    return RunLog.during(run.log(), () -> trainOpened(run));
  }

  private Optional<RunResult> trainOpened(RunDirectory run) {
    boolean resumed = Files.exists(run.lastCheckpoint()); // else new, or dead before its first one
    Start start =
        Signals.during(
            this::endWithNothingToSave,
            () ->
                notes.time(
                    "reading data, building the net",
                    () -> resumed ? fromCheckpoint(run) : begun(run)));
    if (part.isPresent()) {
      return trainReady(run, start, part.get().stop);
    }
    try (StopSignal stop = new StopSignal(options.timeLimit(), options.stop())) {
      return trainReady(run, start, stop);
    }
  }

  private Optional<RunResult> trainReady(RunDirectory run, Start start, StopSignal stop) {
    Optional<FirstStage> stage = start.task.firstStage();
    Optional<FirstStage> trained = stage.filter(each -> each.train().isPresent());
    if (stage.isPresent() && trained.isEmpty()) { // what is measured reads what it gives
      trainFirst(run, start.task, stage.get(), Threads.ONE, stop);
    }
    if (!Files.exists(run.provenance())) {
      Threads threads =
          RunThreads.choose(loaded.config(), options, () -> measured(start, trained, stop));
      if (stop.interruptedByUser()) {
        start.graph.close();
        return stopped(NOT_READY);
      }
      ProvenanceFile.create(run, loaded.config(), start.task, options.request(), threads);
    }
    if (trained.isPresent()
        && !trainFirst(run, start.task, trained.get(), RunThreads.of(run), stop)) {
      start.graph.close();
      return stopped("in the first stage, which begins anew then");
    }
    return trainAndConclude(run, start, stop);
  }

  /** On what is trained first. */
  private Optional<Threads> measured(Start start, Optional<FirstStage> trained, StopSignal stop) {
    if (trained.isEmpty()) {
      return ThreadChoice.make(start.graph, start.task.training(), stop);
    }
    try (Net net = new Net(InitialGraph.build(loaded.config(), trained.get()))) {
      return ThreadChoice.make(net.graph(), trained.get().training(), stop);
    }
  }

  /**
   * @return false if stopped
   */
  private boolean trainFirst(
      RunDirectory run, Task<?, ?> task, FirstStage stage, Threads threads, StopSignal stop) {
    Backend.useThreads(threads.each());
    return new FirstStageTraining(loaded.config(), threads, options, stop)
        .train(run, stage, extras(task, run));
  }

  /**
   * Data are read and the graph is built, which may take minutes: Ctrl-C does not wait for them.
   */
  private void endWithNothingToSave(int signal) {
    tellStopped(urgent, NOT_READY);
    System.exit(128 + signal);
  }

  /** What a training begins or goes on with. */
  private record Start(Task<?, ?> task, ComputationGraph graph, TrainingState state) {}

  private Task<?, ?> open() {
    Task<?, ?> task = app.open(loaded.config(), notes.listening(options.access()));
    if (options.request().test()) { // what is missing should not wait for the last epoch's end
      task.require(Split.TEST);
    }
    return task;
  }

  private void prepare() {
    Backend.prepare(loaded.config().device(), loaded.config().threads());
  }

  private Start begun(RunDirectory run) {
    return options
        .request()
        .continued()
        .map(from -> fromContinued(from, run))
        .orElseGet(() -> fromScratch(run));
  }

  /** The checkpoint is there last of all: with it the run can go on by itself. */
  private Start fromContinued(RunDirectory from, RunDirectory run) {
    prepare();
    Task<?, ?> task = open();
    ProvenanceFile.requireSameData(from, task);
    ContinuedRun.copyEpochs(from, run);
    Threads threads = RunThreads.of(from);
    ProvenanceFile.create(run, loaded.config(), task, options.request(), threads);
    ContinuedRun.copy(from.lastCheckpoint(), run.lastCheckpoint());
    TrainingState state = TrainingState.read(run.lastCheckpoint());
    LearningRate.risen(loaded.config().train(), state).ifPresent(options.out()::println);
    return new Start(task, ModelBundle.readGraph(run.lastCheckpoint()), state);
  }

  private Start fromScratch(RunDirectory run) {
    prepare();
    Task<?, ?> task = open();
    keepUpTo(run, -1, -1);
    ComputationGraph graph = build(loaded.config(), task);
    JsonLines.append(run.spectrum(), List.of(Spectra.of(graph, 0)));
    if (Files.exists(run.provenance())) { // killed before its first checkpoint
      ProvenanceFile.resume(run, task);
    }
    return new Start(task, graph, Trainer.start(loaded.config().train()));
  }

  private Start fromCheckpoint(RunDirectory run) {
    prepare();
    Task<?, ?> task = open();
    ProvenanceFile.resume(run, task);
    TrainingState state = TrainingState.read(run.lastCheckpoint());
    keepUpTo(run, state.epoch(), state.iterations(task.training().size()));
    return new Start(task, ModelBundle.readGraph(run.lastCheckpoint()), state);
  }

  private static void keepUpTo(RunDirectory run, int epoch, long iterations) {
    JsonLines.keepUpTo(run.metrics(), epoch, iterations);
    JsonLines.keepUpTo(run.samples(), epoch, iterations);
    JsonLines.keepUpTo(run.spectrum(), epoch, iterations);
  }

  private ComputationGraph build(C config, Task<?, ?> task) {
    Problems problems = new Problems();
    GraphCheck.check(config.graph(), task.ports(), "graph", problems);
    loaded.tree().throwIfAny(problems);
    return InitialGraph.build(config, task);
  }

  /** What a training works on. */
  private record Parts(RunDirectory run, Task<?, ?> task, Net net) {}

  /** Closes the graph. */
  private Optional<RunResult> trainAndConclude(RunDirectory run, Start start, StopSignal stop) {
    Task<?, ?> task = start.task;
    ComputationGraph graph = start.graph;
    Threads threads = RunThreads.of(run); // others add up in another order
    Backend.useThreads(threads.each());
    announce(run, start, threads);
    Progress progress = options.access().progress();
    BundledNets nets = new BundledNets(threads, progress);
    try (Net net = new Net(new Replicas(graph, threads)).telling(progress);
        TrainingDisplay display = TrainingDisplay.open(loaded.config(), run, graph, options)) {
      notes.write(run, notes.facts(task, List.of(Split.TRAIN, Split.VALIDATION)));
      Trainer trainer = trainer(new Parts(run, task, net), display, stop);
      TrainingState end =
          notes.time(
              "all epochs, since the last start", () -> trainer.train(start.state, epochsNow()));
      boolean finished = Trainer.finished(loaded.config().train(), end);
      if (part.isPresent() && !part.get().concluded && !finished) {
        return Optional.empty(); // the checkpoint holds it
      }
      if (stop.interruptedByUser() || end.best().epoch() == 0) {
        String by = stop.interruptedByUser() ? "" : BY_LIMIT;
        return stopped(by + "in epoch " + (end.epoch() + 1));
      }
      if (!finished) {
        int epochs = loaded.config().train().epochs();
        stopped("%safter %d of %d epochs".formatted(BY_LIMIT, end.epoch(), epochs));
      }
      if (task.calibrates() || !app.models(loaded.config()).isEmpty()) {
        Calibration.of(run, task, nets, () -> extras(task, run));
      }
      if (finished && loaded.config().train().refit()) {
        Refit refit = new Refit(loaded.config(), task, threads, options, stop);
        if (!refit.replaceModel(run, () -> extras(task, run), end)) {
          return stopped("before it was refitted");
        }
      }
      if (!trainRival(run, task, threads, stop)) {
        if (stop.interruptedByUser()) {
          return stopped("before the net to compare with was trained");
        }
        String later = "no time was left for the net to compare with; go on with %s%n";
        options.out().printf(Locale.ROOT, later, options.goOn());
      }
      Judge judge = app.judge(loaded.config());
      return Optional.of(
          new RunConclusion(loaded.config(), run, task, nets, options, judge, notes).write(end));
    } catch (UnwritableFile e) {
      throw new UserError(
          e.getMessage() + "; what is written is whole, go on with " + options.goOn(), e);
    }
  }

  private void announce(RunDirectory run, Start start, Threads threads) {
    options
        .out()
        .printf(
            Locale.ROOT,
            "run %s%n%,d parameters, %,d training examples%n",
            run.path(),
            start.graph.numParams(),
            start.task.training().examples());
    if (!RunThreads.tellsParts(run)) {
      options.out().println("it began before batches were cut into parts: " + threads.told());
    }
  }

  /**
   * @return false if stopped
   */
  private boolean trainRival(RunDirectory run, Task<?, ?> task, Threads threads, StopSignal stop) {
    RivalTraining training = new RivalTraining(loaded.config(), task, threads, options, stop);
    return task.rival().isEmpty() || training.train(run, task.rival().get(), extras(task, run));
  }

  private Extras extras(Task<?, ?> task, RunDirectory run) {
    return new Extras(loaded.tree().toYaml(), saveFitted(task, run));
  }

  private int epochsNow() {
    return part.map(Part::epochs).orElse(loaded.config().train().epochs());
  }

  private Optional<RunResult> stopped(String where) {
    tellStopped(options.out(), where);
    return Optional.empty();
  }

  private void tellStopped(PrintStream out, String where) {
    out.printf(Locale.ROOT, "stopped %s; go on with %s%n", where, options.goOn());
  }

  private Trainer trainer(Parts parts, TrainingDisplay display, StopSignal stop) {
    Task<?, ?> task = parts.task;
    Net net = parts.net;
    Trainer.Plan plan = Trainer.Plan.of(loaded.config(), task, net, options);
    if (Files.exists(parts.run.lastCheckpoint())) { // resumed
      plan.engine().carry(ModelBundle.readStream(parts.run.lastCheckpoint()));
    }
    List<TrainingMonitor> monitors = new ArrayList<>();
    monitors.add(new RunJournal(parts.run, task, net, notes));
    monitors.addAll(display.monitors());
    Extras extras = extras(task, parts.run);
    Checkpoints checkpoints = new RunCheckpoints(parts.run, net, plan.engine(), extras);
    return new Trainer(plan, checkpoints, monitors, stop);
  }

  private static Path saveFitted(Task<?, ?> task, RunDirectory run) {
    Path folder = run.checkpoints().resolve("fitted");
    try {
      Files.createDirectories(folder);
      for (File before : folder.toFile().listFiles()) { // of a training that went on
        Files.delete(before.toPath());
      }
      task.save(folder);
    } catch (IOException e) {
      throw new UnwritableFile(folder, e);
    }
    return folder;
  }
}
