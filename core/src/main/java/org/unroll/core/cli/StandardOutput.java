package org.unroll.core.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The standard output of the whole program. It remembers the first write that failed, which {@link
 * PrintStream} swallows, and takes nothing after it. A training goes on all the same, for its run
 * is on the disk; {@link #end} then tells what became of its output.
 */
final class StandardOutput extends OutputStream {
  /** 128 + SIGPIPE, which ends other programs there; Java ignores that signal. */
  private static final int CLOSED_PIPE = 141;

  private final OutputStream out;
  private volatile IOException failure;

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  /** Nothing takes the output any more, which {@link #end} explains. */
  static final class Lost extends RuntimeException {}

  /** Output and error become UTF-8, whatever the locale and Java's options say. */
  static StandardOutput open() {
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    System.setOut(new PrintStream(new BufferedOutputStream(output), true, UTF_8));
    OutputStream errors = new BufferedOutputStream(new FileOutputStream(FileDescriptor.err));
    System.setErr(new PrintStream(errors, true, UTF_8));
    return output;
  }

  /**
   * For a command whose output is all there is of its work: it need not go on.
   *
   * @throws Lost if a write failed
   */
  static void require() {
    if (System.out.checkError()) {
      throw new Lost();
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** The exit code of a program that ended with this one, after its last write. */
  int end(int exitCode) {
    System.out.flush();
    if (failure == null || exitCode == Main.BUG) {
      return exitCode;
    }
    String reason = String.valueOf(failure.getMessage());
    if (reason.contains("Broken pipe")) { // its reader has seen enough, such as head
      return CLOSED_PIPE;
    }
    System.err.println("cannot write the output: " + reason + "; what is there is cut short");
    return exitCode == Main.DONE ? Main.USER_ERROR : exitCode;
  }
}
