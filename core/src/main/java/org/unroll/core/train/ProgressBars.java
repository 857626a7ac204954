package org.unroll.core.train;

import java.util.Locale;
import java.util.Optional;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Job;
import org.unroll.core.data.Progress.Unit;
import org.unroll.core.data.Progress.Work;
import org.unroll.core.metric.Metric;

/**
 * The steps of each epoch as work that lasts, on a terminal. It ends with the last step, so that
 * the scoring after it is seen by itself.
 */
final class ProgressBars implements TrainingMonitor {
  private final Progress progress;
  private Optional<Work> epoch = Optional.empty();

  ProgressBars(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void onStep(TrainingState state, int batches) {
    long more = 1;
    if (epoch.isEmpty()) {
      String what = "epoch " + (state.epoch() + 1);
      epoch = Optional.of(progress.begin(new Job(what, state.batch(), batches, Unit.COUNT)));
      more = 0; // its time was not seen
    }
    epoch.get().advance(more, note(state));
    if (state.batch() == batches) {
      onEnd();
    }
  }

  private static String note(TrainingState state) {
    return String.format(
        Locale.ROOT,
        "loss %s  %.0f ex/s",
        Metric.LOSS.scale().text(state.loss().mean()),
        state.spent().examplesPerSecond());
  }

  @Override
  public void onEnd() {
    epoch.ifPresent(Work::close);
    epoch = Optional.empty();
  }
}
