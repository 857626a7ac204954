package org.unroll.datasets.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.unroll.core.config.UserError;

/** The layouts of table files, told apart by the ending of the file's name. All are UTF-8. */
enum TableFormat {
  /** RFC 4180, with a header. */
  CSV,
  /** The same with tabs. */
  TSV,
  /** A JSON object a line. */
  JSONL,
  /** A text a line, no header. */
  TXT;

  private static final int BYTE_ORDER_MARK = '\uFEFF';

  static TableFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (TableFormat format : values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new UserError(
        file + ": unknown kind of table; the name must end in .csv, .tsv, .jsonl or .txt");
  }

  RowSource open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + ": there is no such file; check the path in data.source");
    }
    BufferedReader reader = Files.newBufferedReader(file);
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return switch (this) {
        case CSV -> new DelimitedRows(file, reader, ',');
        case TSV -> new DelimitedRows(file, reader, '\t');
        case JSONL -> new JsonRows(file, reader);
        case TXT -> new LineRows(reader);
      };
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }
}
