package org.unroll.datasets.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.LineReader;

/**
 * The layouts of table files, told apart by the ending of the file's name. All are UTF-8, and may
 * be packed by gzip with {@code .gz} at the end of the name.
 */
public enum TableFormat {
  /** RFC 4180, with a header. */
  CSV,
  /** The same with tabs. */
  TSV,
  /** A JSON object a line. */
  JSONL,
  /** A text a line, no header. */
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

  /** The rows of a file of this layout, whatever its name. */
  public RowSource open(Path file) throws IOException {
    BufferedReader reader = PlainTextFile.open(file);
    try {
      return switch (this) {
        case CSV -> new DelimitedRows(file, reader, ',');
        case TSV -> new DelimitedRows(file, reader, '\t');
        case JSONL -> new JsonRows(file, new LineReader(file.toString(), reader));
        case TXT -> new LineRows(new LineReader(file.toString(), reader));
      };
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }
}
