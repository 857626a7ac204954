package org.unroll.datasets.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.ListView;

/**
 * What a file gave.
 *
 * @param rows the good rows in the order of the file
 * @param bad the skipped rows, to be reported to the user
 * @param read all rows of the file, those included that a transform filtered out
 * @param notices what else the user should know of the file
 * @param what rows are, for messages: {@code pictures}
 * @param <T> what was made of a row
 */
public record TableRows<T>(
    List<T> rows, List<BadRow> bad, int read, List<String> notices, String what) {
  private static final int SHOWN = 5;

  public TableRows {
    rows = ListView.kept(rows);
    bad = List.copyOf(bad);
    notices = List.copyOf(notices);
  }

  /** Those of a file that has rows. */
  public TableRows(List<T> rows, List<BadRow> bad, int read, List<String> notices) {
    this(rows, bad, read, notices, "rows");
  }

  /** The same, and what is to be said of another file that was read with it. */
  public TableRows<T> telling(Optional<String> more) {
    List<String> all = new ArrayList<>(notices);
    more.ifPresent(all::add);
    return new TableRows<>(rows, bad, read, all, what);
  }

  /**
   * Tells of the skipped rows, and gives the good ones.
   *
   * @param source the file, or what it is called
   */
  public List<T> reported(Object source, DataAccess access) {
    notices.forEach(access.notices());
    if (!bad.isEmpty()) {
      access.notices().accept(source + ": " + badRows());
    }
    return rows;
  }

  /** One line: how many were skipped, and the first few with file, line and reason. */
  public String badRows() {
    StringBuilder text = new StringBuilder();
    text.append(bad.size()).append(" of ").append(read).append(" ").append(what).append(" bad");
    for (BadRow row : bad.subList(0, Math.min(SHOWN, bad.size()))) {
      text.append("; ").append(row);
    }
    return text.append(bad.size() > SHOWN ? "; …" : "").toString();
  }
}
