package org.unroll.core.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** JShell needs a second or two to start. */
class JavaSessionIT {
  private final JavaSession session = new JavaSession();

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void theLastExpressionIsTheValueAndDeclarationsStay() {
    assertThat(session.evaluate("int a = 2;\nint twice(int x) {\n  return 2 * x;\n}")).isEmpty();
    assertThat(session.evaluate("a++;\ntwice(a)\n    + 1")).contains(7);
    assertThat(session.evaluate("a")).contains(3);
    assertThat(session.evaluate("a = 5;\nvar b = a;")).isEmpty();
    assertThat(session.evaluate("System.out.print(\"\")")).isEmpty();
    assertThat(session.evaluate("// nothing")).isEmpty();
  }

  @Test
  void cellsSeeThisProgramAndRunInThisThread() {
    session.evaluate("import org.unroll.core.notebook.*;");

    assertThat(session.evaluate("Thread.currentThread()")).contains(Thread.currentThread());
    assertThat(session.evaluate("Shown.of(1).getClass()")).contains(Shown.class);
  }

  @Test
  void whatDoesNotCompileIsNamedWithItsLine() {
    assertFails("int a = 1;\n\nint b = \"one\";", 3, "does not compile: incompatible types");
    assertFails("int c = 1;\nc.nothing()", 2, "does not compile");
    assertFails("int d = 1;\nd + unknown", 2, "cannot find symbol");
    assertFails("Unknown f = null;", 1, "cannot find symbol, symbol:   class Unknown");
    assertFails("int e = 1;\nif (e > 0) {", 2, "the cell ends in the middle of a statement");
  }

  @Test
  void whatIsThrownIsNamedWithItsLine() {
    assertFails(
        "int a = 0;\nif (a == 0) {\n  a = 1 / a;\n}",
        3,
        "java.lang.ArithmeticException: / by zero");
    assertFails("throw new IllegalStateException();", 1, "java.lang.IllegalStateException");
    assertFails(
        "\nthrow new org.unroll.core.UserError(\"a mistake: mend it\");", 2, "a mistake: mend it");
  }

  private void assertFails(String cell, int line, String message) {
    assertThatThrownBy(() -> session.evaluate(cell))
        .isInstanceOfSatisfying(
            CellFailure.class, failure -> assertThat(failure.line()).as(cell).isEqualTo(line))
        .hasMessageContaining(message);
  }

  @Test
  void goesOnWithWordsThatFit() {
    session.evaluate("int answers = 1;");

    assertThat(session.complete("answ", 4))
        .isEqualTo(new JavaSession.Completion(List.of("answers"), 0));
  }
}
