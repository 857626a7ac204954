package org.unroll.datasets.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.LineReader;

/** Two files read side by side: line n of one translates line n of the other. */
public final class ParallelRows implements RowSource {
  public static final List<String> COLUMNS = List.of("source", "target");

  private final Path sourceFile;
  private final Path targetFile;
  private final LineReader source;
  private final LineReader target;

  public ParallelRows(Path sourceFile, Path targetFile, TableLayout layout) throws IOException {
    this.sourceFile = sourceFile;
    this.targetFile = targetFile;
    this.source = layout.lines(sourceFile);
    this.target = layout.lines(targetFile);
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public Optional<Row> next() throws IOException {
    while (true) {
      Optional<String> nextSource = source.next();
      Optional<String> nextTarget = target.next();
      if (nextSource.isEmpty() && nextTarget.isEmpty()) {
        return Optional.empty();
      }
      if (nextSource.isEmpty() || nextTarget.isEmpty()) {
        throw unequal(nextSource.isEmpty());
      }
      String from = nextSource.get();
      String to = nextTarget.get();
      if (!from.isBlank() && !to.isBlank()) {
        return Optional.of(new Row.Cells(source.number(), List.of(from, to)));
      }
      if (!from.isBlank() || !to.isBlank()) {
        String empty = from.isBlank() ? sourceFile.toString() : targetFile.toString();
        return Optional.of(new Row.Broken(source.number(), "this line is empty in " + empty));
      }
    }
  }

  private UserError unequal(boolean sourceIsShort) throws IOException {
    LineReader shorter = sourceIsShort ? source : target;
    LineReader longer = sourceIsShort ? target : source;
    while (longer.next().isPresent()) {
      // on to its end
    }
    Path shortFile = sourceIsShort ? sourceFile : targetFile;
    Path longFile = sourceIsShort ? targetFile : sourceFile;
    return new UserError(
        "%s has %,d lines, %s has %,d: line n of one must translate line n of the other. Find where they part, or give one .tsv file."
            .formatted(shortFile, shorter.number(), longFile, longer.number()));
  }

  @Override
  public void close() throws IOException {
    source.close();
    target.close();
  }
}
