package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unroll.core.harness.Unroll;

class OptionsOfAppsTest {
  @Test
  void theHelpLeavesOutWhatOtherAppsCan() {
    String help = Unroll.run("tiny", "predict", "--help").out();

    assertThat(help)
        .contains("--attention=FILE", "--in=FILE", "--split=", "--keep=")
        .doesNotContain(
            "--model", "--n-best", "--detokenise", "--html", "--segments", "--render", "--spark");
  }

  @Test
  void theOptionOfAnotherAppIsUnknown() {
    Unroll refused = Unroll.run("tiny", "predict", "--render", "x.mp4", "0001");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("Unknown option: '--render'");
  }
}
