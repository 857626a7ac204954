package org.unroll.datasets.catalog;

/** Is told how a fetch gets on. Called on the fetching thread. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (what, done, total) -> {};

  /**
   * @param what the file's address, or a sentence such as "waiting for another download of sst2"
   * @param done bytes there so far, with those of an earlier, broken attempt
   * @param total bytes in all, or −1 if unknown
   */
  void report(String what, long done, long total);
}
