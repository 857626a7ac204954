package org.unroll.core.train;

import java.util.List;
import org.unroll.core.app.Net;
import org.unroll.core.app.Task;
import org.unroll.core.inspect.Spectra;
import org.unroll.core.run.JsonLines;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.train.TrainingState.Best;

/**
 * Writes {@code metrics.jsonl}, {@code samples.jsonl} and {@code spectrum.jsonl}, epoch by epoch.
 */
final class RunJournal implements TrainingMonitor {
  private static final String SAMPLES = "of these, samples";

  private final RunDirectory run;
  private final Task<?, ?> task;
  private final Net net;
  private final RunNotes notes;

  RunJournal(RunDirectory run, Task<?, ?> task, Net net, RunNotes notes) {
    this.run = run;
    this.task = task;
    this.net = net.doing("asking about the samples");
    this.notes = notes;
  }

  @Override
  public void onStep(TrainingState state, int batches) {
    long iteration = state.iterations(batches);
    if (task.isStage(iteration)) {
      JsonLines.append(run.samples(), task.stage(net, state.epoch() + 1, iteration));
    }
  }

  @Override
  public void onEpoch(EpochReport report, Best best) {
    JsonLines.append(run.metrics(), List.of(report));
    JsonLines.append(run.samples(), notes.time(SAMPLES, () -> task.samples(net, report.epoch())));
    JsonLines.append(run.spectrum(), List.of(Spectra.of(net.graph(), report.epoch())));
  }
}
