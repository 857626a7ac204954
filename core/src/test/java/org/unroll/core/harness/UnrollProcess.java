package org.unroll.core.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.unroll.core.cli.Main;

/**
 * The command line in a JVM of its own, which can be killed. Closing it kills it, so that no test
 * leaves one behind.
 */
public final class UnrollProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path out;
  private final Path err;

  private UnrollProcess(ProcessBuilder builder) {
    try {
      this.out = Files.createTempFile("unroll", ".out");
      this.err = Files.createTempFile("unroll", ".err");
      this.process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a command. */
  public static UnrollProcess start(String... arguments) {
    return start(List.of(), arguments);
  }

  /**
   * Starts a command.
   *
   * @param options of Java, such as {@link DiskFault#option}
   */
  public static UnrollProcess start(List<String> options, String... arguments) {
    return new UnrollProcess(command(options, arguments));
  }

  /**
   * Starts a command in another working directory.
   *
   * @param environment laid over that of the test
   */
  public static UnrollProcess startIn(
      Path directory, Map<String, String> environment, String... arguments) {
    ProcessBuilder command = command(List.of(), arguments).directory(directory.toFile());
    command.environment().putAll(environment);
    return new UnrollProcess(command);
  }

  private static ProcessBuilder command(List<String> options, String... arguments) {
    ProcessBuilder command = ChildJvm.command(options, Main.class, List.of(arguments));
    if (Files.isExecutable(Path.of("/usr/bin/env")) && Files.isDirectory(Path.of("/proc"))) {
      // a test run in the background inherits that Ctrl-C is ignored
      command.command().addAll(0, List.of("/usr/bin/env", "--default-signal=INT"));
    }
    return command;
  }

  /** Waits for its end. */
  public Unroll end() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("did not end; it said\n" + out() + Files.readString(err));
      }
      return new Unroll(process.exitValue(), out(), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits until something happened; false if the process ended before. */
  public boolean await(BooleanSupplier happened) {
    long began = System.nanoTime();
    while (!happened.getAsBoolean()) {
      if (!process.isAlive()) {
        return false;
      }
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new AssertionError("nothing happened; it said\n" + out());
      }
      pause(2);
    }
    return true;
  }

  /** {@code kill -9}. */
  public Unroll kill() {
    process.destroyForcibly();
    return end();
  }

  /** Ctrl-C. */
  public void interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** What it printed so far. */
  public String out() {
    try {
      return Files.readString(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    out.toFile().delete();
    err.toFile().delete();
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static AssertionError interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssertionError("interrupted", e);
  }
}
