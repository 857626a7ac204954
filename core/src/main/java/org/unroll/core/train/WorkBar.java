package org.unroll.core.train;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.unroll.core.data.Progress.Job;
import org.unroll.core.data.Progress.Unit;
import org.unroll.core.data.Progress.Work;

/** A bar, once work has lasted a little; cleared at its end. Thread-safe. */
final class WorkBar implements Work {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Job job;
  private final BarLine line;
  private final Duration patience;
  private final LongSupplier clock;
  private final long began;
  private long done;
  private Optional<ProgressBar> bar = Optional.empty();

  WorkBar(Job job, BarLine line) {
    this(job, line, PATIENCE, System::nanoTime);
  }

  /**
   * @param clock in nanoseconds
   */
  WorkBar(Job job, BarLine line, Duration patience, LongSupplier clock) {
    this.job = job;
    this.line = line;
    this.patience = patience;
    this.clock = clock;
    this.began = clock.getAsLong();
    this.done = job.done();
  }

  @Override
  public synchronized void advance(long more, String note) {
    done += more;
    Duration lasted = Duration.ofNanos(clock.getAsLong() - began);
    if (bar.isEmpty() && done != job.total() && lasted.compareTo(patience) >= 0) {
      bar = Optional.of(begun(lasted));
    }
    bar.ifPresent(each -> each.stepTo(done).setExtraMessage(note));
  }

  private ProgressBar begun(Duration lasted) {
    Unit unit = job.unit();
    return new ProgressBarBuilder()
        .setTaskName(job.what())
        .setInitialMax(job.total())
        .setUnit(unit.word(), unit.size())
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .continuousUpdate()
        .startsFrom(job.done(), lasted)
        .setEtaFunction(
            state ->
                WorkLines.left(job, state.getCurrent(), state.getTotalElapsed().toNanos() / 1e9))
        .setConsumer(line)
        .clearDisplayOnFinish()
        .build();
  }

  @Override
  public synchronized void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
    line.clear(); // the library does not if it had no time to draw twice
  }
}
