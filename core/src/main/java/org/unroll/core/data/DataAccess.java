package org.unroll.core.data;

import java.util.function.Consumer;
import org.unroll.core.OneLine;

/**
 * How a task may reach its data.
 *
 * @param offline never connect to the network
 * @param notices told in one line each what the user should know (rows skipped, downloads,
 *     coverage)
 */
public record DataAccess(boolean offline, Consumer<String> notices) {
  /** Whatever names a notice holds, it is told in one line. */
  public DataAccess {
    Consumer<String> told = notices;
    notices = notice -> told.accept(OneLine.of(notice));
  }
}
