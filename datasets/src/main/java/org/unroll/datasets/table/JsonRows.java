package org.unroll.datasets.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.LineReader;

/**
 * A JSON object a line. The columns are the keys of the first whole object; a key that a later one
 * lacks, or that is null, is an empty cell.
 */
final class JsonRows implements RowSource {
  private final LineReader lines;
  private final JsonMapper mapper =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private final List<Row.Broken> brokenBefore = new ArrayList<>(); // ahead of the first object
  private final List<String> columns = new ArrayList<>();
  private Optional<Row> first = Optional.empty();

  static JsonRows open(Path file, TableLayout layout) throws IOException {
    LineReader lines = layout.lines(file);
    try {
      return new JsonRows(file, lines);
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  private JsonRows(Path file, LineReader lines) throws IOException {
    this.lines = lines;
    Optional<Row> row = read();
    while (row.isPresent() && row.get() instanceof Row.Broken broken) {
      brokenBefore.add(broken);
      row = read();
    }
    if (row.isEmpty()) {
      throw new UserError(file + ": no line is a JSON object such as {\"text\": \"…\"}");
    }
    first = row;
  }

  @Override
  public List<String> columns() {
    return List.copyOf(columns);
  }

  @Override
  public Optional<Row> next() throws IOException {
    if (!brokenBefore.isEmpty()) {
      return Optional.of(brokenBefore.remove(0));
    }
    if (first.isPresent()) {
      Optional<Row> row = first;
      first = Optional.empty();
      return row;
    }
    return read();
  }

  private Optional<Row> read() throws IOException {
    return lines.nextFilled().map(this::parse);
  }

  private Row parse(String text) {
    try {
      JsonNode node = mapper.readTree(text);
      return node.isObject()
          ? cells(node)
          : new Row.Broken(lines.number(), "not a JSON object but " + node.getNodeType());
    } catch (JsonProcessingException e) {
      return new Row.Broken(lines.number(), "broken JSON: " + e.getOriginalMessage());
    }
  }

  private Row cells(JsonNode object) {
    if (columns.isEmpty()) {
      object.fieldNames().forEachRemaining(columns::add);
    }
    List<String> cells = new ArrayList<>();
    for (String column : columns) {
      JsonNode value = object.path(column);
      boolean none = value.isMissingNode() || value.isNull();
      cells.add(none ? "" : value.isValueNode() ? value.asText() : value.toString());
    }
    return new Row.Cells(lines.number(), cells);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
