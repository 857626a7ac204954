package org.unroll.datasets.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.unroll.core.UserError;

/**
 * The formats of table files, told apart by the ending of the file's name. All may be packed by
 * gzip with {@code .gz} at the end of the name.
 */
public enum TableFormat {
  /** A header, then rows of cells between commas, or what {@link TableLayout} finds. */
  CSV,
  /** The same, tabs being usual. */
  TSV,
  /** A JSON object a line. */
  JSONL,
  /** A text a line, no header; a table if the config says how its cells are parted or called. */
  TXT;

  static TableFormat of(Path file) {
    return find(file)
        .orElseThrow(
            () ->
                new UserError(
                    file
                        + ": unknown kind of table; the name must end in .csv, .tsv, .jsonl or .txt"));
  }

  /** Whether it has columns, by its name. */
  public static boolean isTable(Path file) {
    return find(file).filter(format -> format != TXT).isPresent();
  }

  /** Whether it is a text a line, by its name. */
  public static boolean isText(Path file) {
    return find(file).filter(format -> format == TXT).isPresent();
  }

  private static Optional<TableFormat> find(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(PackedFile.ENDING)) {
      name = name.substring(0, name.length() - PackedFile.ENDING.length());
    }
    for (TableFormat format : values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The rows of a file of this format, whatever its name; all else is told from the file. */
  public RowSource open(Path file) throws IOException {
    return open(file, TableLayout.TOLD);
  }

  /** The same as the config says. */
  public RowSource open(Path file, TableLayout layout) throws IOException {
    return switch (this) {
      case CSV -> layout.delimited(file, Delimiter.COMMA);
      case TSV -> layout.delimited(file, Delimiter.TAB);
      case JSONL -> JsonRows.open(file, layout);
      case TXT ->
          layout.tellsCells()
              ? layout.delimited(file, Delimiter.TAB)
              : new LineRows(layout.lines(file));
    };
  }
}
