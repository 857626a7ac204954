package org.unroll.datasets.lab;

import java.util.HashMap;
import java.util.Map;
import org.unroll.core.UserError;

/**
 * Runs programs of a little language, by recursive descent:
 *
 * <pre>
 * program    = { statement ";" } "print(" expression ")"
 * statement  = variable "=" expression | "for " number ":" variable ("+=" | "-=") expression
 * expression = number | variable | "(" expression ("+" | "-" | "*") expression ")"
 *            | "(" expression " if " expression ("&gt;" | "&lt;") expression " else " expression ")"
 * </pre>
 *
 * Variables are single letters from a to z. Not thread-safe.
 */
public final class Interpreter {
  private static final int MOST_DIGITS = 12;

  private final String code;
  private final Map<Character, Long> variables = new HashMap<>();
  private int at;

  private Interpreter(String code) {
    this.code = code;
  }

  /**
   * What a program prints.
   *
   * @throws UserError if it is none
   */
  public static long run(String code) {
    try {
      return new Interpreter(code).program();
    } catch (ArithmeticException e) {
      throw new UserError("'%s': its numbers grow too large".formatted(code), e);
    }
  }

  private long program() {
    while (!takes("print(")) {
      statement();
      require(";");
    }
    long printed = expression();
    require(")");
    if (at < code.length()) {
      throw unexpected("the end after print(…)");
    }
    return printed;
  }

  private void statement() {
    if (takes("for ")) {
      loop();
      return;
    }
    char name = variable();
    require("=");
    variables.put(name, expression());
  }

  private void loop() {
    long times = number();
    require(":");
    char name = variable();
    boolean adds = takes("+=");
    if (!adds) {
      require("-=");
    }
    int body = at;
    for (long time = 0; time < times; time++) {
      at = body;
      long value = value(name);
      long by = expression();
      variables.put(name, adds ? Math.addExact(value, by) : Math.subtractExact(value, by));
    }
    if (times == 0) {
      expression();
    }
  }

  private long expression() {
    if (takes("(")) {
      long value = inBrackets();
      require(")");
      return value;
    }
    if (at < code.length() && Character.isDigit(code.charAt(at))) {
      return number();
    }
    return value(variable());
  }

  private long inBrackets() {
    long first = expression();
    if (takes("+")) {
      return Math.addExact(first, expression());
    } else if (takes("-")) {
      return Math.subtractExact(first, expression());
    } else if (takes("*")) {
      return Math.multiplyExact(first, expression());
    }
    require(" if ");
    long left = expression();
    boolean greater = takes(">");
    if (!greater) {
      require("<");
    }
    long right = expression();
    require(" else ");
    long other = expression();
    return (greater ? left > right : left < right) ? first : other;
  }

  private long number() {
    int from = at;
    while (at < code.length() && code.charAt(at) >= '0' && code.charAt(at) <= '9') {
      at++;
    }
    if (at == from || at - from > MOST_DIGITS) {
      throw unexpected("a number of at most " + MOST_DIGITS + " digits");
    }
    return Long.parseLong(code.substring(from, at));
  }

  private char variable() {
    if (at == code.length() || code.charAt(at) < 'a' || code.charAt(at) > 'z') {
      throw unexpected("a variable or an expression");
    }
    return code.charAt(at++);
  }

  private long value(char name) {
    if (!variables.containsKey(name)) {
      throw new UserError("'%s': %s has no value yet".formatted(code, name));
    }
    return variables.get(name);
  }

  private boolean takes(String word) {
    boolean there = code.startsWith(word, at);
    at += there ? word.length() : 0;
    return there;
  }

  private void require(String word) {
    if (!takes(word)) {
      throw unexpected("'" + word + "'");
    }
  }

  private UserError unexpected(String expected) {
    return new UserError(
        "'%s': expected %s at character %d, such as in a=12;for 3:a+=5;print((a-7))"
            .formatted(code, expected, at + 1));
  }
}
