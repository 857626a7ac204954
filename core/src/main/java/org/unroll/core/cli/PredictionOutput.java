package org.unroll.core.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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
public abstract class PredictionOutput implements AutoCloseable {
  /**
   * Answers to inputs, of which nothing else is written.
   *
   * @param several whether there are more answers than one
   */
  void write(List<?> inputs, List<? extends Prediction> answers, boolean several) {
    List<AnsweredRow> rows = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Prediction answer = answers.get(i);
      Map<String, String> kept = several ? named(answer) : Map.of();
      rows.add(new AnsweredRow(kept, Optional.of(inputs.get(i)), Optional.of(answer)));
    }
    writeRows(rows);
  }

  /** What must stand beside an answer, so that it is known what of; where the input does not. */
  Map<String, String> named(Prediction answer) {
    return Map.of();
  }

  /** A piece of the next answer, which is known before the rest. */
  void piece(String text) {}

  /** Answers to rows, with what is kept of those. */
  public abstract void writeRows(List<AnsweredRow> rows);

  /** All is written; an output that is closed without this was cut short. */
  public abstract void finish();

  @Override
  public abstract void close();

  /**
   * @param file may be null: the terminal; what {@link RecordingOutput} writes is left to it
   * @param read files that must not be written over
   */
  public static PredictionOutput to(Path file, List<Path> read) {
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
    public void writeRows(List<AnsweredRow> rows) {}

    @Override
    public void finish() {}

    @Override
    public void close() {}
  }

  private static final class Terminal extends PredictionOutput {
    private static final String RULE = "─".repeat(8);

    private boolean begun; // the next answer is there but for the end of its last line
    private boolean inLine; // of it
    private boolean any; // answer was written

    @Override
    void piece(String text) {
      System.out.print(OneLine.lines(text));
      System.out.flush();
      StandardOutput.require();
      begun = true;
      inLine = text.isEmpty() ? inLine : !text.endsWith("\n");
    }

    @Override
    Map<String, String> named(Prediction answer) {
      return answer.about().map(name -> Map.of("about", name)).orElse(Map.of());
    }

    @Override
    public void writeRows(List<AnsweredRow> rows) {
      if (begun) {
        if (inLine) {
          System.out.println();
        }
        begun = false;
        inLine = false;
        any = true;
        return;
      }
      for (AnsweredRow row : rows) {
        if (any && row.answer().filter(Prediction::isPassage).isPresent()) {
          System.out.println(RULE);
        }
        any = true;
        StringBuilder kept = new StringBuilder();
        row.kept().values().forEach(cell -> kept.append(OneLine.of(cell)).append('\t'));
        row.answer().map(Prediction::toLines).orElse(List.of("")).stream()
            .forEach(line -> System.out.println(kept + OneLine.of(line)));
      }
      StandardOutput.require();
    }

    @Override
    public void finish() {}

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
    private final List<String> columns = new ArrayList<>();
    private final PredictionRows rows;

    ToFile(Path file, boolean csv) throws IOException {
      this.file = file;
      this.csv = csv;
      this.rows = new PredictionRows(csv);
      this.pending = PendingFile.of(file);
    }

    @Override
    public void writeRows(List<AnsweredRow> answered) {
      for (AnsweredRow row : answered) {
        write(rows.next(row));
      }
    }

    private void write(List<ObjectNode> objects) {
      try {
        for (ObjectNode each : objects) {
          write(csv ? csvLine(each) : Json.MAPPER.writeValueAsString(each) + "\n");
        }
      } catch (IOException e) {
        throw new UnwritableFile(file, e);
      }
    }

    private void write(String text) throws IOException {
      pending.out().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String csvLine(ObjectNode flat) throws IOException {
      boolean header = columns.isEmpty();
      if (header) {
        flat.fieldNames().forEachRemaining(columns::add);
      }
      CsvSchema.Builder schema =
          CsvSchema.builder().setUseHeader(header).setArrayElementSeparator(LIST);
      columns.forEach(schema::addColumn);
      return csvMapper.writer(schema.build()).writeValueAsString(flat);
    }

    @Override
    public void finish() {
      write(rows.rest());
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
