package org.unroll.core.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.unroll.core.OneLine;
import org.unroll.core.UserError;

/**
 * Java as it is typed into a notebook, cell by cell, run by JShell in this JVM with its class path.
 * What a cell declares, the next ones see. Owned by one thread.
 */
public final class JavaSession implements AutoCloseable {
  private final HeldExecution execution = new HeldExecution();
  private final JShell shell;

  public JavaSession() {
    String classPath = System.getProperty("java.class.path");
    shell =
        JShell.builder()
            .executionEngine(new InThisJvm(execution), Map.of())
            .compilerOptions("-classpath", classPath)
            .build();
  }

  private record InThisJvm(HeldExecution execution) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "in this JVM";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return execution;
    }
  }

  /**
   * Runs a cell.
   *
   * @return the value of its last expression; empty if it does not end with one, or it is null
   * @throws CellFailure if it does not compile, or throws something; what ran before has run
   */
  public Optional<Object> evaluate(String cell) {
    Optional<Object> value = Optional.empty();
    String rest = cell.stripLeading(); // JShell miscounts the lines of what begins with blanks
    while (!rest.isEmpty()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      int begin = cell.length() - rest.length();
      if (next.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
        throw new CellFailure(
            line(cell, begin), "the cell ends in the middle of a statement", null);
      }
      boolean known = next.completeness() != Completeness.UNKNOWN; // else it says what is wrong
      String source = known && next.source() != null ? next.source() : rest;
      value = evaluate(source, cell, begin);
      rest = known ? next.remaining().stripLeading() : "";
    }
    return value;
  }

  /**
   * @param begin where in the cell the snippet begins
   */
  private Optional<Object> evaluate(String source, String cell, int begin) {
    Optional<Object> value = Optional.empty();
    for (SnippetEvent event : shell.eval(source)) {
      if (event.causeSnippet() != null) {
        continue; // an earlier one, compiled again since this one changes what it sees
      }
      Snippet snippet = event.snippet();
      if (event.status() == Status.REJECTED || event.status() == Status.RECOVERABLE_NOT_DEFINED) {
        throw notCompiled(snippet, cell, begin);
      }
      if (event.exception() != null) {
        throw thrown(event.exception(), snippet, cell, begin);
      }
      if (snippet.kind() == Kind.EXPRESSION || isUnnamed(snippet)) {
        value = Optional.ofNullable(execution.value());
      }
    }
    return value;
  }

  /** An expression whose value JShell keeps in a variable that it makes itself. */
  private static boolean isUnnamed(Snippet snippet) {
    return snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
  }

  /**
   * How the code may go on.
   *
   * @param at where in it, in characters
   * @return words in place of what stands from {@link Completion#from} to there; none if nothing is
   *     known
   */
  public Completion complete(String code, int at) {
    int[] from = new int[1];
    List<String> words =
        shell.sourceCodeAnalysis().completionSuggestions(code, at, from).stream()
            .map(SourceCodeAnalysis.Suggestion::continuation)
            .distinct()
            .toList();
    return new Completion(words, from[0]);
  }

  /** Words, and where what they replace begins. */
  public record Completion(List<String> words, int from) {}

  private CellFailure notCompiled(Snippet snippet, String cell, int begin) {
    List<Diag> mistakes = shell.diagnostics(snippet).filter(Diag::isError).toList();
    Diag first = mistakes.get(0);
    String message =
        first
            .getMessage(Locale.ROOT)
            .lines()
            .map(String::strip)
            .filter(line -> !line.equals("location: class"))
            .collect(Collectors.joining(", "));
    int at = begin + Math.max(0, (int) first.getPosition());
    return new CellFailure(line(cell, at), "does not compile: " + OneLine.of(message), null);
  }

  private CellFailure thrown(JShellException exception, Snippet snippet, String cell, int begin) {
    int line = line(cell, begin);
    for (StackTraceElement element : exception.getStackTrace()) {
      if (("#" + snippet.id()).equals(element.getFileName())) {
        line += Math.max(0, element.getLineNumber() - 1);
        break;
      }
    }
    Throwable cause = execution.thrown() == null ? exception : execution.thrown();
    String message = cause instanceof UserError ? cause.getMessage() : named(exception, cause);
    return new CellFailure(line, message, cause);
  }

  private static String named(JShellException exception, Throwable cause) {
    String name =
        exception instanceof EvalException thrown
            ? thrown.getExceptionClassName()
            : cause.getClass().getName();
    return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
  }

  /** The line of a character, from 1. */
  private static int line(String cell, int at) {
    String before = cell.substring(0, Math.min(at, cell.length()));
    return 1 + (int) before.chars().filter(c -> c == '\n').count();
  }

  @Override
  public void close() {
    shell.close();
  }
}
