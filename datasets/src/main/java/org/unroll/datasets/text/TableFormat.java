package org.unroll.datasets.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.unroll.core.config.UserError;

/**
 * The layouts of table files, told apart by the ending of the file's name. All are UTF-8, and may
 * be packed by gzip with {@code .gz} at the end of the name.
 */
enum TableFormat {
  /** RFC 4180, with a header. */
  CSV,
  /** The same with tabs. */
  TSV,
  /** A JSON object a line. */
  JSONL,
  /** A text a line, no header. */
  TXT;

  private static final String PACKED = ".gz";
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  static TableFormat of(Path file) {
    return find(file)
        .orElseThrow(
            () ->
                new UserError(
                    file
                        + ": unknown kind of table; the name must end in .csv, .tsv, .jsonl or .txt"));
  }

  /** Whether it has columns, by its name. */
  static boolean isTable(Path file) {
    return find(file).filter(format -> format != TXT).isPresent();
  }

  private static Optional<TableFormat> find(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    name = name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
    for (TableFormat format : values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  RowSource open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + ": there is no such file; check the path in data.source");
    }
    BufferedReader reader = reader(file);
    try {
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

  /** After a byte-order mark; its decoder refuses what is not UTF-8. */
  static BufferedReader reader(Path file) throws IOException {
    BufferedReader reader = decoder(file);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static BufferedReader decoder(Path file) throws IOException {
    if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(PACKED)) {
      return Files.newBufferedReader(file);
    }
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8.newDecoder()));
  }
}
