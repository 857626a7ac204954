package org.unroll.core.data;

import java.util.Map;
import java.util.function.Consumer;
import org.unroll.core.OneLine;

/**
 * How a task may reach its data.
 *
 * @param offline never connect to the network
 * @param notices told in one line each what the user should know (rows skipped, downloads,
 *     coverage)
 * @param progress told of what lasts (downloads, reading, fitting)
 * @param columns what the file that a command names calls columns, by the names that the data of
 *     the training have for them
 */
public record DataAccess(
    boolean offline, Consumer<String> notices, Progress progress, Map<String, String> columns) {
  /** Whatever names a notice holds, it is told in one line. */
  public DataAccess {
    Consumer<String> told = notices;
    notices = notice -> told.accept(OneLine.of(notice));
    columns = Map.copyOf(columns);
  }

  /** Of files whose columns are called as those of the training; nobody waits for it. */
  public DataAccess(boolean offline, Consumer<String> notices) {
    this(offline, notices, Progress.SILENT, Map.of());
  }
}
