package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.unroll.core.data.LineReader;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableFormat;
import org.unroll.datasets.table.TableLayout;
import org.unroll.datasets.table.TableRecordReader;

/**
 * The layouts of files of captions, told apart by the ending of the name and by the first line: the
 * captions of Flickr8k come in a {@code .txt} with tabs, and in another one with a header.
 */
enum CaptionFormat {
  /** A table with a header, as the ending of its name says. */
  TABLE,
  /** One of commas that calls itself a text. */
  CSV_TEXT,
  /** One of tabs that does. */
  TSV_TEXT,
  /** {@link TokenRows}. */
  TOKENS,
  /** {@link JsonCaptionRows}. */
  JSON,
  /** None of these: a text a line. */
  LINES;

  private static final Pattern TOKEN = Pattern.compile("[^\t]+#\\d+\t.*");

  /**
   * @throws org.unroll.core.UserError if the file is no text
   */
  static CaptionFormat of(Path file, CaptionColumns columns, TableLayout layout) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.matches(".*\\.json(\\.gz)?")) {
      return JSON;
    }
    PlainTextFile.require(file, layout.charset());
    String first = firstLine(file, layout);
    if (TOKEN.matcher(first).matches()) {
      return TOKENS;
    } else if (layout.isTable(file)) {
      return TABLE;
    } else if (isHeader(first, ",", columns)) {
      return CSV_TEXT;
    } else if (isHeader(first, "\t", columns)) {
      return TSV_TEXT;
    }
    return first.contains("\t") ? TOKENS : LINES;
  }

  private static boolean isHeader(String line, String separator, CaptionColumns columns) {
    List<String> cells = List.of(line.split(separator, -1)).stream().map(String::strip).toList();
    return cells.contains(columns.image()) && cells.contains(columns.caption());
  }

  private static String firstLine(Path file, TableLayout layout) {
    try (LineReader lines = layout.lines(file)) {
      return lines.nextFilled().orElse("");
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  /** A DataVec reader of such a file. */
  TableRecordReader reader(CaptionColumns columns, TableLayout layout) {
    return switch (this) {
      case TABLE -> layout.reader();
      case CSV_TEXT -> new TableRecordReader(file -> TableFormat.CSV.open(file, layout));
      case TSV_TEXT -> new TableRecordReader(file -> TableFormat.TSV.open(file, layout));
      case TOKENS -> new TableRecordReader(file -> new TokenRows(layout.lines(file), columns));
      case JSON -> new TableRecordReader(file -> new JsonCaptionRows(file, columns));
      case LINES -> layout.lineReader();
    };
  }
}
