package org.unroll.core.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the oneDNN inside ND4J computes for a program. ND4J falls back on its plain operations in
 * silence; the library itself tells what it was asked for, but only to the standard output of a
 * process that was started so.
 */
public final class PrimitiveTrace {
  /** The copy that runs our recurrent layers begins its lines with {@code onednn_verbose}. */
  private static final String EXECUTED = "dnnl_verbose,exec,";

  private PrimitiveTrace() {}

  /**
   * Runs a program in a JVM of its own.
   *
   * @return a line a primitive in the order of their execution, such as {@code convolution
   *     forward_inference}; without reorders, whose number depends on the processor
   * @throws AssertionError if the program fails
   */
  public static List<String> of(Class<?> main, String... arguments) {
    ProcessBuilder command = ChildJvm.command(List.of(), main, List.of(arguments));
    command.environment().put("DNNL_VERBOSE", "1");
    command.redirectErrorStream(true);
    StringBuilder said = new StringBuilder();
    List<String> primitives = new ArrayList<>();
    try {
      Process process = command.start();
      try (BufferedReader lines = process.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          said.append(line).append('\n');
          if (line.startsWith(EXECUTED)) {
            primitives.add(primitive(line));
          }
        }
      }
      if (process.waitFor() != 0) {
        throw new AssertionError(main + " failed:\n" + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    primitives.removeIf(primitive -> primitive.startsWith("reorder "));
    return primitives;
  }

  /** From {@code dnnl_verbose,exec,cpu,<primitive>,<implementation>,<propagation>,…}. */
  private static String primitive(String line) {
    String[] parts = line.split(",", 7);
    return parts[3] + " " + parts[5];
  }
}
