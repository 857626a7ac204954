package org.unroll.apps.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;
import org.unroll.core.metric.Table;

/** Without Jupyter; {@code .ci/jupyter} runs a whole notebook in it. */
class UnrollKernelIT {
  private final UnrollKernel kernel = new UnrollKernel();

  @BeforeEach
  void start() {
    kernel.onStartup();
  }

  @AfterEach
  void stop() {
    kernel.onShutdown(false);
  }

  @Test
  void valuesLookAsInTheNotebook() {
    kernel.eval("import org.unroll.core.notebook.*;");

    DisplayData chart = kernel.eval("Charts.lines(\"A\", Charts.line(\"b\", 1, 2))");
    assertThat(chart.getData(MIMEType.TEXT_PLAIN)).isEqualTo("[chart] A: b");
    assertThat((String) chart.getData(MIMEType.parse("image/svg+xml"))).startsWith("<svg xmlns=");
    assertThat(kernel.eval("1 + 1").getData(MIMEType.TEXT_PLAIN)).isEqualTo("2");
    assertThat(kernel.eval("int a = 1;")).isNull();
  }

  /** As in a kernel that hands on the value itself. */
  @Test
  void ourValuesLookSoInOtherKernelsToo() {
    Object table = new Table("T", List.of("a"), List.of());

    DisplayData shown = kernel.getRenderer().render(table);
    assertThat((String) shown.getData(MIMEType.TEXT_HTML)).contains("<table>");
    assertThat((String) shown.getData(MIMEType.TEXT_PLAIN)).startsWith("T\na\n");
  }

  @Test
  void aMistakeIsToldWithoutATrace() {
    assertThatThrownBy(() -> kernel.eval("int a = \"b\";"))
        .isInstanceOfSatisfying(
            UserError.class,
            mistake ->
                assertThat(kernel.formatError(mistake))
                    .singleElement()
                    .asString()
                    .startsWith("does not compile: incompatible types"));
  }

  @Test
  void goesOnWithWords() {
    assertThat(kernel.complete("Syst", 4).getReplacements()).contains("System");
  }
}
