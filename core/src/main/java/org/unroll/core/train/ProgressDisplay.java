package org.unroll.core.train;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;

/**
 * Shows work that lasts: on a terminal by a bar, elsewhere by a line now and then; of work within
 * work the outermost alone. It goes to the error stream, as the output holds answers. Thread-safe.
 */
public final class ProgressDisplay implements Progress {
  private final Function<Job, Work> shown;
  private boolean busy;

  /**
   * @param shown makes what shows the outermost work; one is closed before the next is made
   */
  ProgressDisplay(Function<Job, Work> shown) {
    this.shown = shown;
  }

  /**
   * How a command reaches its data, with a display of what lasts; a bar makes way for a notice.
   *
   * @param columns those of {@link DataAccess}
   */
  public static DataAccess access(
      boolean offline, Consumer<String> notices, Map<String, String> columns) {
    PrintStream err = System.err;
    if (!onTerminal()) {
      return new DataAccess(offline, notices, lines(err), columns);
    }
    BarLine line = new BarLine(err, new ConsoleProgressBarConsumer(err)::getMaxRenderedLength);
    Progress bars = new ProgressDisplay(job -> new WorkBar(job, line));
    return new DataAccess(
        offline, notice -> line.clearedFor(() -> notices.accept(notice)), bars, columns);
  }

  /** The display of a command that reaches no data of a task. */
  public static Progress open() {
    return access(true, notice -> {}, Map.of()).progress();
  }

  static boolean onTerminal() {
    return System.console() != null;
  }

  private static Progress lines(PrintStream out) {
    return new ProgressDisplay(job -> new WorkLines(job, out));
  }

  @Override
  public synchronized Work begin(Job job) {
    if (busy) {
      return Work.UNTOLD;
    }
    busy = true;
    return new Outermost(shown.apply(job));
  }

  private synchronized void ended() {
    busy = false;
  }

  private final class Outermost implements Work {
    private final Work work;

    Outermost(Work work) {
      this.work = work;
    }

    @Override
    public void advance(long more, String note) {
      work.advance(more, note);
    }

    @Override
    public void close() {
      work.close();
      ended();
    }
  }
}
