package org.unroll.datasets.catalog;

import java.io.PrintWriter;

/** Prints a line for each file and each tenth of it. One thread. */
final class DownloadProgress implements Progress {
  private final PrintWriter out;
  private String current = "";
  private long tenth;

  DownloadProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void report(String what, long done, long total) {
    if (!what.equals(current)) {
      current = what;
      tenth = 0;
      out.println(total < 0 ? what : what + " (" + Size.of(total) + ")");
    }
    long reached = total <= 0 ? 0 : 10 * done / total;
    if (reached > tenth) {
      tenth = reached;
      out.println("  " + 10 * tenth + " %");
    }
    out.flush();
  }
}
