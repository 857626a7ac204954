package org.unroll.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.unroll.core.metric.Table;

/**
 * {@code data.json}: what a run found in its data.
 *
 * @param tables how many examples each split has, how long they are, of which classes
 * @param notices what was said while they were read, a line each: rows that were skipped, with file
 *     and line of the first few, and the like
 */
public record DataFacts(
    List<Table> tables, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notices) {
  /** A file without a key holds nothing of it. */
  public DataFacts {
    tables = tables == null ? List.of() : List.copyOf(tables);
    notices = notices == null ? List.of() : List.copyOf(notices);
  }

  public void write(RunDirectory run) {
    AtomicFile.writeJson(run.data(), this);
  }
}
