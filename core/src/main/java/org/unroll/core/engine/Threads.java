package org.unroll.core.engine;

import java.io.Serializable;
import java.util.OptionalInt;

/**
 * How a run shares out the processors.
 *
 * @param parts of a batch that are computed at the same time, each on a thread of its own
 * @param each threads of native code within a part
 */
public record Threads(int parts, int each) implements Serializable {
  private static final long serialVersionUID = 1;

  /** One thread for everything. */
  public static final Threads ONE = new Threads(1, 1);

  /**
   * @throws IllegalArgumentException if a number is below 1
   */
  public Threads {
    if (parts < 1 || each < 1) {
      throw new IllegalArgumentException(parts + " parts with " + each + " threads each");
    }
  }

  /**
   * As many parts as threads are wanted: over the examples of a batch the work splits better than
   * within one.
   *
   * @param wanted empty for all processors
   */
  public static Threads of(OptionalInt wanted) {
    return new Threads(wanted.orElse(Runtime.getRuntime().availableProcessors()), 1);
  }

  /** For people, such as {@code 2 parts of a batch at once, 1 native thread each}. */
  public String told() {
    String threads = each == 1 ? "1 native thread" : each + " native threads";
    return parts == 1
        ? "1 part (the whole batch), " + threads
        : parts + " parts of a batch at once, " + threads + " each";
  }
}
