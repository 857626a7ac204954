package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameStampsTest {
  @Test
  void whatIsRoundedFollowsFromTheRate() {
    FrameStamps stamps = new FrameStamps();
    for (int number = 0; number < 100; number++) {
      if (number % 7 != 3) { // damaged
        stamps.add(number, Math.floor(number * 1000 / 30.0) / 1000);
      }
    }
    double[] seconds = stamps.seconds(30);
    assertThat(seconds).hasSize(86).startsWith(0, 0.033333, 0.066667, 0.133333);
    assertThat(seconds[85]).isEqualTo(3.3);
  }

  @Test
  void otherTimesAreTheFilesOwn() {
    FrameStamps stamps = new FrameStamps();
    stamps.add(0, 0);
    stamps.add(1, 0.5);
    stamps.add(1, 0.5); // taken twice
    stamps.add(2, 0.5333333333);
    assertThat(stamps.seconds(30)).containsExactly(0, 0.5, 0.5, 0.533333);
  }
}
