package org.unroll.core.train;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
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
  private final Optional<ProgressBars> bars;
  private final List<TrainingMonitor> monitors;

  private TrainingDisplay(
      Optional<TrainingUi> ui, Optional<ProgressBars> bars, List<TrainingMonitor> monitors) {
    this.ui = ui;
    this.bars = bars;
    this.monitors = monitors;
  }

  static TrainingDisplay open(
      RunConfig config, RunDirectory run, ComputationGraph graph, TrainOptions options) {
    List<TrainingMonitor> monitors = new ArrayList<>();
    Optional<ProgressBars> bars =
        System.console() == null ? Optional.empty() : Optional.of(new ProgressBars(options.out()));
    monitors.add(
        bars.isPresent() ? bars.get() : new StepLines(options.out(), config.train().epochs()));
    monitors.add(new ProgressLines(options.out(), config.train().epochs()));
    Optional<TrainingUi> ui = Optional.empty();
    if (options.ui()) {
      TrainingUi page = TrainingUi.start(config.ui().host(), config.ui().port());
      graph.addListeners(charts(page, config, run, options.out()));
      options.out().println("watch it learn at " + page.url());
      ui = Optional.of(page);
    }
    return new TrainingDisplay(ui, bars, List.copyOf(monitors));
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
    bars.ifPresent(ProgressBars::close);
    ui.ifPresent(TrainingUi::close);
  }
}
