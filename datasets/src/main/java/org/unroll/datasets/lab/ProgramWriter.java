package org.unroll.datasets.lab;

import java.util.List;
import java.util.random.RandomGenerator;

/** Writes a program: an expression that grows by one operation after the other. Not thread-safe. */
final class ProgramWriter {
  private static final int ASSIGNED = 5; // one operation in so many goes on from a variable
  private static final int LETTERS = 26;
  private static final int MOST_TIMES = 5; // of loops and products

  private final RandomGenerator random;
  private final int digits;
  private final StringBuilder statements = new StringBuilder();
  private String expression;

  private ProgramWriter(RandomGenerator random, int digits) {
    this.random = random;
    this.digits = digits;
    this.expression = number();
  }

  /**
   * @param operations to choose from, at least one
   */
  static String write(
      RandomGenerator random, Curriculum.Difficulty difficulty, List<Operation> operations) {
    ProgramWriter writer = new ProgramWriter(random, difficulty.digits());
    for (int operation = 0; operation < difficulty.nesting(); operation++) {
      writer.grow(operations);
    }
    return writer.statements + "print(" + writer.expression + ")";
  }

  private void grow(List<Operation> operations) {
    if (random.nextInt(ASSIGNED) == 0) {
      assign();
    }
    switch (operations.get(random.nextInt(operations.size()))) {
      case ADD -> combine("+");
      case SUBTRACT -> combine("-");
      case MULTIPLY -> expression = "(" + expression + "*" + times() + ")";
      case CHOOSE -> choose();
      case LOOP -> loop();
    }
  }

  private void combine(String operator) {
    boolean first = random.nextBoolean();
    expression =
        first
            ? "(" + expression + operator + number() + ")"
            : "(" + number() + operator + expression + ")";
  }

  private void choose() {
    String compared = random.nextBoolean() ? ">" : "<";
    expression =
        "(%s if %s%s%s else %s)".formatted(expression, number(), compared, number(), number());
  }

  private void loop() {
    String name = assign();
    String operator = random.nextBoolean() ? "+=" : "-=";
    statements.append("for ").append(times()).append(':').append(name);
    statements.append(operator).append(number()).append(';');
  }

  /** Puts what there is into a variable; one of the same name was read before. */
  private String assign() {
    String name = String.valueOf((char) ('a' + random.nextInt(LETTERS)));
    statements.append(name).append('=').append(expression).append(';');
    expression = name;
    return name;
  }

  private int times() {
    return 2 + random.nextInt(MOST_TIMES - 1);
  }

  /** Of so many digits; the first is not 0. */
  private String number() {
    StringBuilder number = new StringBuilder();
    number.append(1 + random.nextInt(9));
    while (number.length() < digits) {
      number.append(random.nextInt(10));
    }
    return number.toString();
  }
}
