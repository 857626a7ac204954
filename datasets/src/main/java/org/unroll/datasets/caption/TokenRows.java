package org.unroll.datasets.caption;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.unroll.core.data.LineReader;
import org.unroll.datasets.table.Row;
import org.unroll.datasets.table.RowSource;

/** Lines as those of Flickr8k and Flickr30k: {@code name.jpg#0}, a tab, the caption. */
final class TokenRows implements RowSource {
  private static final Pattern NUMBER = Pattern.compile("#\\d+$");

  private final LineReader lines;
  private final CaptionColumns columns;

  TokenRows(LineReader lines, CaptionColumns columns) {
    this.lines = lines;
    this.columns = columns;
  }

  @Override
  public List<String> columns() {
    return List.of(columns.image(), columns.caption());
  }

  @Override
  public Optional<Row> next() throws IOException {
    return lines.nextFilled().map(this::row);
  }

  private Row row(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      return new Row.Broken(lines.number(), "no tab between the picture's name and its caption");
    }
    String image = NUMBER.matcher(line.substring(0, tab).strip()).replaceFirst("");
    return new Row.Cells(lines.number(), List.of(image, line.substring(tab + 1)));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
