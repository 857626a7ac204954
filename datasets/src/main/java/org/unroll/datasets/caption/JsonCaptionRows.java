package org.unroll.datasets.caption;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.Row;
import org.unroll.datasets.table.RowSource;

/**
 * The captions of a JSON file: COCO's ({@code images} and {@code annotations}), Karpathy's ({@code
 * images} with {@code sentences} and a {@code split}), or a list of objects with the keys of the
 * columns. It is read as a stream, since those of COCO have fifty megabytes. A picture without
 * captions gives a row with an empty one.
 */
final class JsonCaptionRows implements RowSource {
  private static final String EXPECTED =
      "expected COCO's captions (images, annotations), Karpathy's (images with sentences), or a list of objects such as {\"image\": \"1.jpg\", \"caption\": \"…\"}";

  private final CaptionColumns columns;
  private final Queue<Row> rows = new ArrayDeque<>();

  /** Takes the elements of a list, each with its line. */
  private interface Elements {
    void add(JsonNode element, long line);
  }

  JsonCaptionRows(Path file, CaptionColumns columns) throws IOException {
    this.columns = columns;
    try (InputStream bytes = PlainTextFile.bytes(file);
        JsonParser parser = Json.MAPPER.createParser(bytes)) {
      JsonToken first = parser.nextToken();
      boolean captions =
          first == JsonToken.START_ARRAY ? listed(parser) : read(new CocoCaptions(columns), parser);
      if (!captions) {
        throw new UserError(file + ": no captions; " + EXPECTED);
      }
      if (parser.nextToken() != null) {
        throw new UserError(file + ": goes on after its last bracket; get it again");
      }
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new UserError(
          "%s:%d: no JSON, or cut off: %s; get it again"
              .formatted(file, line, e.getOriginalMessage()),
          e);
    }
  }

  private boolean listed(JsonParser parser) throws IOException {
    elements(
        parser,
        (element, line) -> {
          List<String> cells =
              columns().stream().map(column -> text(element.path(column))).toList();
          rows.add(
              element.isObject()
                  ? new Row.Cells(line, cells)
                  : new Row.Broken(line, "not a JSON object but " + element.getNodeType()));
        });
    return true;
  }

  /** As the cell of a table; of a list its JSON. */
  private static String text(JsonNode value) {
    return value.isMissingNode() || value.isNull()
        ? ""
        : value.isValueNode() ? value.asText() : value.toString();
  }

  /** Whether the object has a list of images. */
  private boolean read(CocoCaptions coco, JsonParser parser) throws IOException {
    boolean found = false;
    while (parser.currentToken() != null && parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      boolean list = parser.nextToken() == JsonToken.START_ARRAY;
      if (list && key.equals("images")) {
        elements(parser, coco::image);
        found = true;
      } else if (list && key.equals("annotations")) {
        elements(parser, coco::annotation);
      } else {
        parser.skipChildren();
      }
    }
    coco.addTo(rows);
    return found;
  }

  private static void elements(JsonParser parser, Elements taker) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      long line = parser.currentLocation().getLineNr();
      taker.add(parser.readValueAsTree(), line);
    }
  }

  @Override
  public List<String> columns() {
    return List.of(columns.image(), columns.caption(), columns.split());
  }

  @Override
  public Optional<Row> next() {
    return Optional.ofNullable(rows.poll());
  }

  /** All is read already. */
  @Override
  public void close() {}
}
