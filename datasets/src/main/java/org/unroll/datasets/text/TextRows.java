package org.unroll.datasets.text;

import java.util.List;

/**
 * What a file gave.
 *
 * @param rows the good rows in the order of the file
 * @param bad the skipped rows, to be reported to the user
 * @param read all rows of the file, those included that a transform filtered out
 * @param <T> {@link LabelledText} or {@link InputText}
 */
public record TextRows<T>(List<T> rows, List<BadRow> bad, int read) {
  private static final int SHOWN = 5;

  public TextRows {
    rows = List.copyOf(rows);
    bad = List.copyOf(bad);
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
