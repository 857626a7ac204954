package org.unroll.core.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unroll.core.metric.Chart;

class ShownTest {
  record Point(int x, double y) {}

  @Test
  void aTableIsTextAndHtml() {
    Shown shown = Shown.of(Tables.records("Points", List.of(new Point(1, 2.5)), "y", "x"));

    assertThat(shown.text()).isEqualTo("Points\n     y  x\n──────  ─\n2.5000  1");
    assertThat(shown.type()).isEqualTo("text/html");
    assertThat(shown.markup()).contains("<th class=\"number\">y</th>", ">2.5000</td>");
  }

  @Test
  void aChartIsAPictureThatNeedsNothingElse() {
    Chart chart = Charts.lines("a < b", Charts.line("first", 1, 2), Charts.line("second", 2, 1));

    Shown shown = Shown.of(chart);

    assertThat(shown.text()).isEqualTo("[chart] a < b: first, second");
    assertThat(shown.type()).isEqualTo("image/svg+xml");
    assertThat(shown.markup())
        .startsWith("<svg xmlns=")
        .contains(">a &lt; b</text>", ">second</text>", ".chart .line", "--blue:");
  }

  @Test
  void otherValuesAreText() {
    assertThat(Shown.of("two\nlines\n")).isEqualTo(new Shown("two\nlines", "", ""));
    assertThat(Shown.of(List.of(1, "b")).text()).isEqualTo("1\nb");
    assertThat(Shown.of(new double[] {1, 2}).text()).isEqualTo("[1.0, 2.0]");
    String file =
        Path.of(System.getProperty("java.io.tmpdir"), "unroll-notebook12", "a.csv").toString();
    assertThat(Shown.of(file).shortened().text()).isEqualTo("a.csv");
  }

  @Test
  void barsStandInTheirOrder() {
    Chart.Bars bars = (Chart.Bars) Charts.bars("Bars", "times", Map.of("a", 2));

    assertThat(bars.bars()).containsExactly(new Chart.Bar("a", 2));
  }
}
