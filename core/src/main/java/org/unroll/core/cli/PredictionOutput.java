package org.unroll.core.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Json;
import org.unroll.core.app.Prediction;
import org.unroll.core.config.UserError;
import org.unroll.core.metric.OneLine;

/**
 * Where predictions go: lines on the terminal, or a {@code .jsonl} or {@code .csv} file that holds
 * the inputs beside the answers and appears under its name once it is complete.
 */
abstract class PredictionOutput implements AutoCloseable {
  abstract void write(List<?> inputs, List<? extends Prediction> answers) throws IOException;

  /** All is written; an output that is closed without this was cut short. */
  abstract void finish() throws IOException;

  @Override
  public abstract void close() throws IOException;

  /**
   * @param file may be null: the terminal
   */
  static PredictionOutput to(Path file) throws IOException {
    if (file == null) {
      return new Terminal();
    }
    boolean csv = file.toString().endsWith(".csv");
    if (!csv && !file.toString().endsWith(".jsonl")) {
      throw new UserError("--out " + file + ": expected a name that ends in .jsonl or .csv");
    }
    Path parent = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(parent)) {
      throw new UserError("--out " + file + ": there is no folder " + parent);
    }
    return new ToFile(file, csv);
  }

  private static final class Terminal extends PredictionOutput {
    @Override
    void write(List<?> inputs, List<? extends Prediction> answers) {
      for (Prediction answer : answers) {
        answer.toLines().forEach(line -> System.out.println(OneLine.of(line)));
      }
    }

    @Override
    void finish() {}

    @Override
    public void close() {}
  }

  private static final class ToFile extends PredictionOutput {
    private final Path file;
    private final Path temporary;
    private final boolean csv;
    private final BufferedWriter writer;
    private final CsvMapper csvMapper = new CsvMapper();
    private boolean header = true;

    ToFile(Path file, boolean csv) throws IOException {
      this.file = file;
      this.csv = csv;
      temporary = file.resolveSibling(file.getFileName() + ".tmp");
      writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8);
    }

    @Override
    void write(List<?> inputs, List<? extends Prediction> answers) throws IOException {
      for (int i = 0; i < answers.size(); i++) {
        List<?> rows = csv ? answers.get(i).rows() : List.of();
        for (Object each : rows) {
          writer.write(csvLine(flatten(Json.MAPPER.valueToTree(each))));
        }
        if (!rows.isEmpty()) {
          continue;
        }
        ObjectNode row = Json.MAPPER.valueToTree(inputs.get(i));
        row.setAll(Json.MAPPER.<ObjectNode>valueToTree(answers.get(i)));
        writer.write(csv ? csvLine(flatten(row)) : Json.MAPPER.writeValueAsString(row) + "\n");
      }
    }

    /** {@code {"a": {"b": 1}}} becomes the column {@code a.b}. */
    private static ObjectNode flatten(ObjectNode row) {
      ObjectNode flat = Json.MAPPER.createObjectNode();
      for (Map.Entry<String, JsonNode> field : row.properties()) {
        if (field.getValue() instanceof ObjectNode inner) {
          for (Map.Entry<String, JsonNode> nested : inner.properties()) {
            flat.set(field.getKey() + "." + nested.getKey(), nested.getValue());
          }
        } else {
          flat.set(field.getKey(), field.getValue());
        }
      }
      return flat;
    }

    private String csvLine(ObjectNode flat) throws IOException {
      CsvSchema.Builder columns = CsvSchema.builder().setUseHeader(header);
      flat.fieldNames().forEachRemaining(columns::addColumn);
      header = false;
      return csvMapper.writer(columns.build()).writeValueAsString(flat);
    }

    @Override
    void finish() throws IOException {
      writer.close();
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
      writer.close();
      Files.deleteIfExists(temporary);
    }
  }
}
