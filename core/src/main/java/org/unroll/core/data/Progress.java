package org.unroll.core.data;

/**
 * Is told of work that may last, for whoever waits for it. What began inside other work is part of
 * it and need not be shown. Thread-safe, as is the work.
 */
@FunctionalInterface
public interface Progress {
  /** In place of a total that nobody knows. */
  long UNKNOWN = -1;

  /** Tells nobody. */
  Progress SILENT = job -> Work.UNTOLD;

  /**
   * What is to be done.
   *
   * @param what in words that a user knows: {@code scoring test}
   * @param done what is there before it begins, such as of a download that broke
   * @param total with what is there, or {@link #UNKNOWN}
   */
  record Job(String what, long done, long total, Unit unit) {}

  /** What is counted. */
  enum Unit {
    COUNT(1, ""),
    BYTES(1_000_000, " MB");

    private final long size;
    private final String word;

    Unit(long size, String word) {
      this.size = size;
      this.word = word;
    }

    /** How many are shown as one. */
    public long size() {
      return size;
    }

    /** What stands after a number that is shown. */
    public String word() {
      return word;
    }
  }

  /** The caller closes it when it is done, or cannot be. */
  Work begin(Job job);

  /** Of things that are counted, from none. */
  default Work begin(String what, long total) {
    return begin(new Job(what, 0, total, Unit.COUNT));
  }

  /** Work that has begun. Cheap to tell, but not for each step of an inner loop. */
  @FunctionalInterface
  interface Work extends AutoCloseable {
    /** Of which nobody is told. */
    Work UNTOLD = (more, note) -> {};

    /**
     * @param more that is done now
     * @param note what else is to be known of it, such as a loss; may be empty
     */
    void advance(long more, String note);

    default void advance(long more) {
      advance(more, "");
    }

    @Override
    default void close() {}
  }
}
