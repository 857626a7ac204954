package org.unroll.core.train;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.unroll.core.app.RunConfig;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.UnwritableFile;
import org.unroll.core.ui.DamagedCharts;
import org.unroll.core.ui.TrainingUi;

/** What the user watches while a run trains: the page in the browser and the terminal. */
final class TrainingDisplay implements AutoCloseable {
  private final Optional<TrainingUi> ui;
  private final List<TrainingMonitor> monitors;

  private TrainingDisplay(Optional<TrainingUi> ui, List<TrainingMonitor> monitors) {
    this.ui = ui;
    this.monitors = monitors;
  }

  /** What a training shows in the terminal. */
  static List<TrainingMonitor> terminal(TrainOptions options, int epochs) {
    TrainingMonitor steps =
        ProgressDisplay.onTerminal()
            ? new ProgressBars(options.access().progress())
            : new StepLines(options.out(), epochs);
    return List.of(steps, new ProgressLines(options.out(), epochs));
  }

  static TrainingDisplay open(
      RunConfig config, RunDirectory run, ComputationGraph graph, TrainOptions options) {
    Optional<TrainingUi> ui = Optional.empty();
    if (options.ui()) {
      TrainingUi page = TrainingUi.start(config.ui().host(), config.ui().port());
      graph.addListeners(charts(page, config, run, options.out()));
      options.out().println("watch it learn at " + page.url());
      ui = Optional.of(page);
    }
    return new TrainingDisplay(ui, terminal(options, config.train().epochs()));
  }

  /** A run is not lost to its charts: damaged ones are put aside. */
  private static StatsListener charts(
      TrainingUi page, RunConfig config, RunDirectory run, PrintStream out) {
    String name = config.app() + "/" + run.name();
    try {
      return page.listen(run.stats(), name, config.ui().every());
    } catch (DamagedCharts damaged) {
      try {
        out.println("the charts so far are damaged and were put aside: " + damaged.moveAside());
      } catch (IOException e) {
        throw new UnwritableFile(run.stats(), e);
      }
      return page.listen(run.stats(), name, config.ui().every());
    }
  }

  List<TrainingMonitor> monitors() {
    return monitors;
  }

  @Override
  public void close() {
    ui.ifPresent(TrainingUi::close);
  }
}
