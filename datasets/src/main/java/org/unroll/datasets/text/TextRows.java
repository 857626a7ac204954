package org.unroll.datasets.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a file gave.
 *
 * @param rows the good rows in the order of the file
 * @param bad the skipped rows, to be reported to the user
 * @param read all rows of the file, those included that a transform filtered out
 * @param notices what else the user should know of the file
 * @param <T> {@link LabelledText} or {@link InputText}
 */
public record TextRows<T>(List<T> rows, List<BadRow> bad, int read, List<String> notices) {
  private static final int SHOWN = 5;

  public TextRows {
    rows = List.copyOf(rows);
    bad = List.copyOf(bad);
    notices = List.copyOf(notices);
  }

  /** The same with something else made of each row. */
  public <R> TextRows<R> map(Function<T, R> made) {
    return new TextRows<>(rows.stream().map(made).toList(), bad, read, notices);
  }

  /** The same, and what is to be said of another file that was read with it. */
  public TextRows<T> telling(Optional<String> more) {
    List<String> all = new ArrayList<>(notices);
    more.ifPresent(all::add);
    return new TextRows<>(rows, bad, read, all);
  }

  /** One line: how many rows were skipped, and the first few with file, line and reason. */
  public String badRows() {
    StringBuilder text = new StringBuilder();
    text.append(bad.size()).append(" of ").append(read).append(" rows bad");
    for (BadRow row : bad.subList(0, Math.min(SHOWN, bad.size()))) {
      text.append("; ").append(row);
    }
    return text.append(bad.size() > SHOWN ? "; …" : "").toString();
  }
}
