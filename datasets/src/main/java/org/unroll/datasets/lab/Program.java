package org.unroll.datasets.lab;

/**
 * A program whose output is to be said.
 *
 * @param code as {@link Interpreter} runs it
 * @param written what of the output a net has read; the whole of it while it is trained
 */
public record Program(String code, String written) {
  /** With the output that it has. */
  public static Program of(String code) {
    return new Program(code, String.valueOf(Interpreter.run(code)));
  }

  /** The same for a net that has written so much. */
  public Program having(String output) {
    return new Program(code, output);
  }

  /** What it prints. */
  public String output() {
    return String.valueOf(Interpreter.run(code));
  }

  /** Digits of its longest number. */
  public int digits() {
    int longest = 0;
    int run = 0;
    for (int at = 0; at < code.length(); at++) {
      run = Character.isDigit(code.charAt(at)) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Operations in it: sums, differences, products, choices and loops. */
  public int nesting() {
    int operations = 0;
    for (int at = 0; at < code.length(); at++) {
      boolean operator = "+-*".indexOf(code.charAt(at)) >= 0;
      operations += operator || code.startsWith(" if ", at) ? 1 : 0;
    }
    return operations;
  }
}
