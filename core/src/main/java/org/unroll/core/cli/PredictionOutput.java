package org.unroll.core.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.core.OneLine;
import org.unroll.core.UserError;
import org.unroll.core.app.Prediction;
import org.unroll.core.run.PendingFile;
import org.unroll.core.run.UnwritableFile;

/**
 * Where predictions go: lines on the terminal, or a {@code .jsonl} or {@code .csv} file that holds
 * the inputs beside the answers and appears under its name once it is complete.
 */
abstract class PredictionOutput implements AutoCloseable {
  /**
   * @param several whether there are more answers than one
   */
  abstract void write(List<?> inputs, List<? extends Prediction> answers, boolean several);

  /** All is written; an output that is closed without this was cut short. */
  abstract void finish();

  @Override
  public abstract void close();

  /**
   * @param file may be null: the terminal; what {@link RecordingOutput} writes is left to it
   * @param read files that must not be written over
   */
  static PredictionOutput to(Path file, List<Path> read) {
    if (file == null) {
      return new Terminal();
    }
    if (Subtitles.isName(file)) {
      OutputFile.require("--out", file, read);
      return new Elsewhere();
    }
    boolean csv = file.toString().endsWith(".csv");
    if (!csv && !file.toString().endsWith(".jsonl")) {
      throw new UserError("--out " + file + ": expected a name that ends in .jsonl or .csv");
    }
    OutputFile.require("--out", file, read);
    try {
      return new ToFile(file, csv);
    } catch (IOException e) {
      throw new UnwritableFile(file, e);
    }
  }

  private static final class Elsewhere extends PredictionOutput {
    @Override
    void write(List<?> inputs, List<? extends Prediction> answers, boolean several) {}

    @Override
    void finish() {}

    @Override
    public void close() {}
  }

  private static final class Terminal extends PredictionOutput {
    @Override
    void write(List<?> inputs, List<? extends Prediction> answers, boolean several) {
      for (Prediction answer : answers) {
        Optional<String> about = several ? answer.about() : Optional.empty();
        String before = about.map(name -> OneLine.of(name) + "\t").orElse("");
        answer.toLines().forEach(line -> System.out.println(before + OneLine.of(line)));
      }
      StandardOutput.require();
    }

    @Override
    void finish() {}

    @Override
    public void close() {}
  }

  private static final class ToFile extends PredictionOutput {
    /** Between the words of a list in a CSV cell, as labels are read by default. */
    private static final String LIST = "|";

    private final Path file;
    private final PendingFile pending;
    private final boolean csv;
    private final CsvMapper csvMapper = new CsvMapper();
    private boolean header = true;

    ToFile(Path file, boolean csv) throws IOException {
      this.file = file;
      this.csv = csv;
      this.pending = PendingFile.of(file);
    }

    @Override
    void write(List<?> inputs, List<? extends Prediction> answers, boolean several) {
      try {
        for (int i = 0; i < answers.size(); i++) {
          write(inputs.get(i), answers.get(i));
        }
      } catch (IOException e) {
        throw new UnwritableFile(file, e);
      }
    }

    private void write(Object input, Prediction answer) throws IOException {
      List<?> rows = csv ? answer.rows() : List.of();
      for (Object each : rows) {
        write(csvLine(flatten(Json.MAPPER.valueToTree(each))));
      }
      if (rows.isEmpty()) {
        ObjectNode row = Json.MAPPER.valueToTree(input);
        row.setAll(Json.MAPPER.<ObjectNode>valueToTree(answer));
        write(csv ? csvLine(flatten(row)) : Json.MAPPER.writeValueAsString(row) + "\n");
      }
    }

    private void write(String text) throws IOException {
      pending.out().write(text.getBytes(StandardCharsets.UTF_8));
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
      CsvSchema.Builder columns =
          CsvSchema.builder().setUseHeader(header).setArrayElementSeparator(LIST);
      flat.fieldNames().forEachRemaining(columns::addColumn);
      header = false;
      return csvMapper.writer(columns.build()).writeValueAsString(flat);
    }

    @Override
    void finish() {
      try {
        pending.keep();
      } catch (IOException e) {
        throw new UnwritableFile(file, e);
      }
    }

    @Override
    public void close() {
      pending.close();
    }
  }
}
