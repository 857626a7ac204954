package org.unroll.core.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a JVM with the class path of the running test and the options of {@code ./unroll}. */
public final class ChildJvm {
  private ChildJvm() {}

  /**
   * @param options laid over those of {@code .mvn/java.args}
   */
  public static ProcessBuilder command(
      List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + javaArguments());
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_NUM_THREADS", "1");
    return builder;
  }

  private static Path javaArguments() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(".mvn/java.args");
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new IllegalStateException("no .mvn/java.args above " + Path.of("").toAbsolutePath());
  }
}
