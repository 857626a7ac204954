package org.unroll.core.train;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Job;
import org.unroll.core.data.Progress.Work;
import org.unroll.core.report.Readable;

/** A line every half minute, for logs and pipes. Thread-safe. */
final class WorkLines implements Work {
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final Job job;
  private final PrintStream out;
  private final long every;
  private final LongSupplier clock;
  private final long began;
  private long done;
  private long told;

  WorkLines(Job job, PrintStream out) {
    this(job, out, EVERY, System::nanoTime);
  }

  /**
   * @param clock in nanoseconds
   */
  WorkLines(Job job, PrintStream out, Duration every, LongSupplier clock) {
    this.job = job;
    this.out = out;
    this.every = every.toNanos();
    this.clock = clock;
    this.began = clock.getAsLong();
    this.done = job.done();
    this.told = began;
  }

  @Override
  public synchronized void advance(long more, String note) {
    done += more;
    long now = clock.getAsLong();
    if (now - told >= every && done != job.total()) {
      told = now;
      String left = left(job, done, (now - began) / 1e9).map(WorkLines::text).orElse("");
      out.println(job.what() + ": " + reached() + left + (note.isEmpty() ? "" : ", " + note));
    }
  }

  private String reached() {
    long size = job.unit().size();
    String word = job.unit().word();
    return job.total() == Progress.UNKNOWN
        ? String.format(Locale.ROOT, "%,d%s so far", done / size, word)
        : String.format(Locale.ROOT, "%,d of %,d%s", done / size, job.total() / size, word);
  }

  private static String text(Duration left) {
    long seconds = left.toSeconds();
    return ", " + (seconds < 60 ? seconds + " s" : Readable.duration(seconds)) + " left";
  }

  /** How long the rest takes if it goes on as before; empty if nobody knows. */
  static Optional<Duration> left(Job job, long done, double seconds) {
    if (job.total() == Progress.UNKNOWN || done <= job.done()) {
      return Optional.empty();
    }
    double each = seconds / (done - job.done());
    return Optional.of(Duration.ofMillis((long) (1e3 * each * Math.max(0, job.total() - done))));
  }
}
