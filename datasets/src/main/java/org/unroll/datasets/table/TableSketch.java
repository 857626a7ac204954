package org.unroll.datasets.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.unroll.core.UserError;

/**
 * A table of which nothing is known but the file: how it is written, and what its columns hold.
 *
 * @param layout what a config must say, but for the names of columns without a header
 * @param named whether its first row is a header; if not, columns are called by their number
 * @param columns with the cells of the first {@value #ROWS} rows
 * @param more whether there are more rows
 */
public record TableSketch(
    TableLayout layout, boolean named, List<ColumnSketch> columns, boolean more) {
  static final int ROWS = 300_000;

  /** A header of one name lets a reader take the first row for a row, and number the others. */
  private static final Optional<List<String>> NO_HEADER = Optional.of(List.of("1"));

  /** Whether a file has columns: by its name, or as its first rows have equally many cells. */
  public static boolean isTable(Path file) {
    return TableFormat.isTable(file)
        || TableFormat.isText(file)
            && delimiter(file, LikelyEncoding.common(List.of(file))).isPresent();
  }

  private static Optional<Delimiter> delimiter(Path file, Optional<String> encoding) {
    try {
      TableStart start = TableStart.of(file, TableLayout.in(encoding).charset());
      return start
          .regular(Delimiter.TAB)
          .filter(delimiter -> delimiter != Delimiter.COMMA || !start.isProse());
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  /**
   * Files that are one table.
   *
   * @throws UserError if one is no table, or they have other columns
   */
  public static TableSketch of(List<Path> files) {
    Optional<String> encoding = LikelyEncoding.common(files);
    TableSketch all = of(files.get(0), encoding);
    for (Path file : files.subList(1, files.size())) {
      all = all.with(of(file, encoding), files.get(0), file);
    }
    return all;
  }

  private static TableSketch of(Path file, Optional<String> encoding) {
    Optional<Delimiter> told =
        TableFormat.isText(file) ? delimiter(file, encoding) : Optional.empty();
    TableLayout layout = layout(encoding, told);
    boolean json = TableFormat.of(file) == TableFormat.JSONL;
    TableLayout reading =
        json ? layout : new TableLayout(encoding, told, Optional.empty(), NO_HEADER);
    try (RowSource rows = TableFormat.of(file).open(file, reading)) {
      List<List<String>> cells = new ArrayList<>();
      Optional<Row> row = rows.next();
      for (; row.isPresent() && cells.size() < ROWS; row = rows.next()) {
        if (row.get() instanceof Row.Cells good) {
          cells.add(good.cells().stream().map(String::strip).toList());
        }
      }
      TableSketch found = of(layout, rows.columns(), cells, row.isPresent());
      if (json) {
        return found;
      }
      return HeaderGuess.isHeader(found.columns) ? found.headed() : found.numbered();
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  private static TableLayout layout(Optional<String> encoding, Optional<Delimiter> delimiter) {
    return new TableLayout(encoding, delimiter, Optional.empty(), Optional.empty());
  }

  private static TableSketch of(
      TableLayout layout, List<String> names, List<List<String>> rows, boolean more) {
    List<ColumnSketch> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int place = i;
      columns.add(new ColumnSketch(names.get(i), rows.stream().map(r -> r.get(place)).toList()));
    }
    return new TableSketch(layout, true, columns, more);
  }

  /** Without names, the delimiter of a text file is told once {@code data.header} is there. */
  private TableSketch numbered() {
    List<ColumnSketch> numbers = new ArrayList<>();
    for (ColumnSketch column : columns) {
      numbers.add(new ColumnSketch(String.valueOf(numbers.size() + 1), column.cells()));
    }
    return new TableSketch(layout(layout.encoding(), Optional.empty()), false, numbers, more);
  }

  /** The first row as names; columns without one are left out, as an index has none. */
  private TableSketch headed() {
    List<ColumnSketch> headed = new ArrayList<>();
    for (ColumnSketch column : columns) {
      String name = column.cells().get(0);
      if (!name.isEmpty()) {
        List<String> cells = column.cells().subList(1, column.cells().size());
        headed.add(new ColumnSketch(name, cells));
      }
    }
    return new TableSketch(layout, true, headed.isEmpty() ? columns : headed, more);
  }

  private TableSketch with(TableSketch other, Path first, Path second) {
    if (!names().equals(other.names()) || named != other.named) {
      throw new UserError(
          "%s and %s have other columns (%s; %s), so they are no single table; name files that are one"
              .formatted(first, second, told(), other.told()));
    }
    List<ColumnSketch> joined = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<String> cells = new ArrayList<>(columns.get(i).cells());
      cells.addAll(other.columns.get(i).cells());
      joined.add(new ColumnSketch(columns.get(i).name(), cells));
    }
    return new TableSketch(layout, named, joined, more || other.more);
  }

  private String told() {
    return named ? ColumnNames.shown(names()) : columns.size() + " without a header";
  }

  /** What it is, in a few words: {@code 3,000 rows, 2 columns, no header line}. */
  public String inWords() {
    StringBuilder words = new StringBuilder();
    words.append(String.format(Locale.ROOT, "%s%,d rows, ", more ? "the first " : "", rows()));
    words.append(columns.size()).append(columns.size() == 1 ? " column" : " columns");
    words.append(named ? ": " + ColumnNames.shown(names()) : ", no header line");
    layout.encoding().ifPresent(encoding -> words.append("; ").append(encoding));
    return words.toString();
  }

  /** Of the columns. */
  public List<String> names() {
    return columns.stream().map(ColumnSketch::name).toList();
  }

  /** Rows that were read. */
  public int rows() {
    return columns.get(0).cells().size();
  }

  /**
   * The cells of columns, a text a row.
   *
   * @param between two cells
   */
  public List<String> joined(List<String> names, String between) {
    List<ColumnSketch> joined = names.stream().map(this::column).toList();
    List<String> all = new ArrayList<>();
    for (int row = 0; row < rows(); row++) {
      int at = row;
      all.add(
          joined.stream()
              .map(column -> column.cells().get(at))
              .collect(Collectors.joining(between)));
    }
    return all;
  }

  /**
   * @throws UserError if there is no such column
   */
  public ColumnSketch column(String name) {
    List<String> names = names();
    String hint = named ? "" : "There is no header line; name columns by their number.";
    return columns.get(ColumnNames.find(name, names, "the table", hint));
  }
}
