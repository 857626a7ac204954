package org.unroll.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unroll.core.harness.Unroll;

class NetCheckTest {

  private static Unroll check(String... settings) {
    String[] command = new String[3 + 2 * settings.length];
    System.arraycopy(new String[] {"tiny", "config", "check"}, 0, command, 0, 3);
    for (int i = 0; i < settings.length; i++) {
      command[3 + 2 * i] = "-s";
      command[4 + 2 * i] = settings[i];
    }
    return Unroll.run(command);
  }

  @Test
  void aLayerThatWouldNeverThawIsAMistake() {
    Unroll wrong = check("train.epochs=2", "graph.mixed.thaw={after: 2}");
    Unroll head = check("train.epochs=1", "graph.output.thaw={after: 3}");

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("graph.mixed.thaw.after: it would never be trained: expected less than the 2 of")
        .hasLineCount(1);
    assertThat(head.err()).contains("graph.output.thaw.after").hasLineCount(1);
    assertThat(check("train.epochs=3", "graph.mixed.thaw={after: 2}").exitCode()).isZero();
  }
}
