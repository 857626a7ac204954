package org.unroll.core.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.unroll.core.OneLine;
import org.unroll.core.UserError;

/**
 * A notebook with what its cells gave.
 *
 * @param outputs one a cell, in their order
 */
record RanNotebook(NotebookSource source, List<Output> outputs) {
  /**
   * @param printed what the cell wrote to standard output; mostly empty
   * @param complained what it wrote to the error stream; mostly empty
   * @param shown the value of its last expression
   */
  record Output(String printed, String complained, Optional<Shown> shown) {}

  RanNotebook {
    outputs = List.copyOf(outputs);
  }

  /**
   * Runs all cells, one after the other.
   *
   * @param progress is told each cell before it runs
   * @throws StoppedCell if the user stopped a command of a cell
   * @throws UserError that names file, line and code of the cell that failed
   */
  static RanNotebook run(NotebookSource source, Consumer<String> progress) {
    List<Output> outputs = new ArrayList<>();
    try (JavaSession session = new JavaSession()) {
      for (NotebookSource.Block block : source.blocks()) {
        if (block instanceof NotebookSource.Cell cell) {
          progress.accept("cell " + (outputs.size() + 1) + " of " + source.cells());
          outputs.add(run(session, source, cell));
        }
      }
    }
    return new RanNotebook(source, outputs);
  }

  private static Output run(JavaSession session, NotebookSource source, NotebookSource.Cell cell) {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream err = System.err;
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    System.setErr(new PrintStream(complained, true, UTF_8));
    try {
      Optional<Shown> shown = session.evaluate(cell.code()).map(Shown::of).map(Shown::shortened);
      return new Output(text(printed), text(complained), shown);
    } catch (CellFailure failure) {
      if (failure.getCause() instanceof StoppedCell stopped) {
        throw stopped;
      }
      err.print(text(complained)); // may say why
      int line = cell.line() + failure.line() - 1;
      String code = cell.code().lines().skip(failure.line() - 1).findFirst().orElse("").strip();
      throw new UserError(
          "%s:%d: %s\n  in `%s`".formatted(source.file(), line, failure.getMessage(), code),
          failure);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static String text(ByteArrayOutputStream written) {
    return Scratch.shortened(OneLine.lines(written.toString(UTF_8)));
  }
}
