package org.unroll.datasets.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.core.config.UserError;

/** Two files read side by side: line n of one translates line n of the other. */
final class ParallelRows implements RowSource {
  static final List<String> COLUMNS = List.of("source", "target");

  private final Path sourceFile;
  private final Path targetFile;
  private final BufferedReader source;
  private final BufferedReader target;
  private long line;

  ParallelRows(Path sourceFile, Path targetFile) throws IOException {
    this.sourceFile = sourceFile;
    this.targetFile = targetFile;
    this.source = Files.newBufferedReader(sourceFile);
    this.target = Files.newBufferedReader(targetFile);
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public Optional<Row> next() throws IOException {
    while (true) {
      String from = source.readLine();
      String to = target.readLine();
      if (from == null && to == null) {
        return Optional.empty();
      }
      if (from == null || to == null) {
        throw unequal(from == null);
      }
      line++;
      from = withoutMark(from);
      to = withoutMark(to);
      if (!from.isBlank() && !to.isBlank()) {
        return Optional.of(new Row.Cells(line, List.of(from, to)));
      }
      if (!from.isBlank() || !to.isBlank()) {
        String empty = from.isBlank() ? sourceFile.toString() : targetFile.toString();
        return Optional.of(new Row.Broken(line, "this line is empty in " + empty));
      }
    }
  }

  private String withoutMark(String text) {
    return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private UserError unequal(boolean sourceIsShort) throws IOException {
    BufferedReader longer = sourceIsShort ? target : source;
    long rest = 1;
    while (longer.readLine() != null) {
      rest++;
    }
    Path shortFile = sourceIsShort ? sourceFile : targetFile;
    Path longFile = sourceIsShort ? targetFile : sourceFile;
    return new UserError(
        "%s has %,d lines, %s has %,d: line n of one must translate line n of the other. Find where they part, or give one .tsv file."
            .formatted(shortFile, line, longFile, line + rest));
  }

  @Override
  public void close() throws IOException {
    source.close();
    target.close();
  }
}
