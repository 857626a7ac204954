package org.unroll.datasets.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeptReturnsTest {
  /** The last two hold the stand-in's half, as part of a whole character. */
  private static final String[] PIECES = {"a", "\r", "\n", "\r\n", "\uD800\uDC0D", "\uDBFF\uDC0D"};

  @Test
  void onlyReturnsWithoutLfAreHiddenAndAllComeBack() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      KeptReturns kept =
          new KeptReturns(
              new BufferedReader(new StringReader(text.toString()), 1 + random.nextInt(4)), true);
      StringBuilder read = new StringBuilder();
      char[] buffer = new char[1 + random.nextInt(4)];
      for (int n = kept.read(buffer, 0, buffer.length);
          n > 0;
          n = kept.read(buffer, 0, buffer.length)) {
        read.append(buffer, 0, n);
      }
      assertThat(read.toString()).doesNotContainPattern("\r[^\n]");
      assertThat(kept.restored(read.toString())).isEqualTo(text.toString());
    }
  }
}
