package org.unroll.apps.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.Json;
import org.unroll.core.UserError;

/**
 * A contender in a JVM of its own, so that what is measured is its memory alone: what ND4J and
 * oneDNN keep would stay for the next one.
 *
 * <p>Resident memory is that of the system, so nothing that native code takes is forgotten, be it
 * arrays, workspaces, oneDNN's or fragments that the C library keeps. Java's heap is a part of it:
 * it has one size from the start, each page of it touched, and is the same for all contenders, as
 * are libraries and code. Above the run of one step stands native memory.
 */
final class TruncationProcess {
  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

  private TruncationProcess() {}

  /**
   * Runs it to its end.
   *
   * @throws UserError if it fails; what it said stands above
   */
  static TruncationResult run(TruncationContender contender, TruncationCase of) {
    ProcessBuilder builder = new ProcessBuilder(command(contender, of));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new UserError(
            "the training of '%s' ended with exit code %d; its messages are above. With too little memory, lower --frames, --batch or --size."
                .formatted(contender.told(of), code));
      }
      return result(said);
    } catch (IOException e) {
      throw new UserError("cannot run a JVM for a training (" + e.getMessage() + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted", e);
    }
  }

  private static TruncationResult result(String said) throws JsonProcessingException {
    String[] lines = said.strip().split("\\R"); // libraries may say something before
    return Json.MAPPER.readValue(lines[lines.length - 1], TruncationResult.class);
  }

  /** With the options of this JVM, such as the bounds of native memory. */
  private static List<String> command(TruncationContender contender, TruncationCase of) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(HEAP);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(TruncationTraining.class.getName());
    command.add(contender.name());
    command.addAll(of.arguments());
    return command;
  }
}
