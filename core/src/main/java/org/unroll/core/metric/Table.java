package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.OneLine;

/**
 * A small table for the terminal and the report.
 *
 * @param header column names; the first names the rows
 * @param rows cells as text, as many as there are columns
 */
public record Table(String title, List<String> header, List<List<String>> rows) {
  /** A cell that has no value. */
  public static final String NONE = "–";

  /**
   * @throws IllegalArgumentException if a row has more or fewer cells than the header
   */
  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "table '" + title + "': a row of " + row.size() + " cells under " + header.size());
      }
    }
  }

  /**
   * The table in aligned columns for a terminal: title, header, a rule, rows, each {@link OneLine
   * one line} that ends with a line feed. Columns of numbers stand to the right. Widths count code
   * points, so wide East Asian characters are not aligned.
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    if (!title.isEmpty()) {
      text.append(OneLine.of(title)).append('\n');
    }
    int[] widths = widths();
    appendRow(text, header, widths);
    for (int column = 0; column < widths.length; column++) {
      text.append(column == 0 ? "" : "  ").append("─".repeat(widths[column]));
    }
    text.append('\n');
    for (List<String> row : rows) {
      appendRow(text, row, widths);
    }
    return text.toString();
  }

  /** The same with a column more, a cell for each row. */
  public Table withColumn(String name, List<String> cells) {
    List<String> names = new ArrayList<>(header);
    names.add(name);
    List<List<String>> longer = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = new ArrayList<>(rows.get(i));
      row.add(cells.get(i));
      longer.add(row);
    }
    return new Table(title, names, longer);
  }

  /** Whether every cell of a column is a number, a percentage or a dash, and at least one is. */
  public boolean numeric(int column) {
    boolean found = false;
    for (List<String> row : rows) {
      String cell = row.get(column).strip();
      if (cell.matches("[-+−]?[0-9][0-9.,']*(e[-+]?[0-9]+)?\\s?%?")) {
        found = true;
      } else if (!cell.isEmpty() && !cell.equals(NONE)) {
        return false;
      }
    }
    return found;
  }

  private void appendRow(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = OneLine.of(cells.get(column));
      String padding = " ".repeat(widths[column] - length(cell));
      line.append(column == 0 ? "" : "  ");
      line.append(numeric(column) ? padding + cell : cell + padding);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private int[] widths() {
    int[] widths = new int[header.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = length(header.get(column));
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    return widths;
  }

  private static int length(String cell) {
    String line = OneLine.of(cell);
    return line.codePointCount(0, line.length());
  }
}
