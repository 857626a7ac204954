package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.unroll.core.cli.Main;
import org.unroll.core.data.Progress;
import picocli.CommandLine;

class TruncationCommandIT {

  /** Three JVMs, of which the truncated one learns in its few epochs. */
  @Test
  void trainsTheThreeContenders() {
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new BenchCommand().command(Progress.SILENT))
            .setOut(new PrintWriter(out))
            .execute("truncation", "--frames=2000", "--batch=4", "--size=16", "--epochs=5");
    assertThat(code).isZero();
    assertThat(accuracy(out, "one step")).isBetween(0.25, 0.35);
    assertThat(accuracy(out, "truncated, 50 steps")).isGreaterThan(0.8);
    assertThat(accuracy(out, "whole, 2,000 steps")).isBetween(0.15, 1.0);
    assertThat(out.toString()).contains("truncated beside whole: accuracy +");
  }

  private static double accuracy(StringWriter out, String contender) {
    Matcher row =
        Pattern.compile("(?m)^" + contender + " +([0-9.]+) +[0-9,]+ ").matcher(out.toString());
    assertThat(row.find()).as(out.toString()).isTrue();
    return Double.parseDouble(row.group(1));
  }

  @Test
  void mistakesAreTheUsers() {
    assertThat(Main.run("bench", "truncation", "--epochs=0")).isEqualTo(2);
    assertThat(Main.run("bench", "truncation", "--frames=50")).isEqualTo(2);
  }
}
