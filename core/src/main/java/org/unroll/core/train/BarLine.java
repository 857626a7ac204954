package org.unroll.core.train;

import java.io.PrintStream;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The line of a terminal that a bar is drawn on, until it is cleared; the library's own leaves an
 * empty line. Thread-safe.
 */
final class BarLine implements ProgressBarConsumer {
  private final PrintStream out;
  private final IntSupplier width;
  private int drawn; // characters

  BarLine(PrintStream out, IntSupplier width) {
    this.out = out;
    this.width = width;
  }

  /** Prints without the bar, which is drawn again later on. */
  synchronized void clearedFor(Runnable printing) {
    clear();
    printing.run();
  }

  @Override
  public int getMaxRenderedLength() {
    return width.getAsInt();
  }

  @Override
  public synchronized void accept(String bar) {
    out.print("\r" + bar + " ".repeat(Math.max(0, drawn - bar.length())));
    out.flush();
    drawn = bar.length();
  }

  @Override
  public synchronized void clear() {
    if (drawn > 0) {
      out.print("\r" + " ".repeat(drawn) + "\r");
      out.flush();
      drawn = 0;
    }
  }

  @Override
  public void close() {}
}
