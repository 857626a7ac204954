package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MajorityFilterTest {
  private static int[] smooth(int width, int... predicted) {
    return new MajorityFilter(width).smooth(predicted);
  }

  @Test
  void aFlickerGoes() {
    assertThat(smooth(3, 1, 1, 0, 1, 1, 2, 2)).containsExactly(1, 1, 1, 1, 1, 2, 2);
    assertThat(smooth(1, 1, 0, 1, 2)).containsExactly(1, 0, 1, 2);
  }

  /** At the ends the window is shorter: two frames that differ are a tie. */
  @Test
  void aTieKeepsTheOwnClass() {
    assertThat(smooth(3, 0, 1, 1)).containsExactly(0, 1, 1);
    assertThat(smooth(3, 0, 1, 2)).containsExactly(0, 1, 2);
    assertThat(smooth(5, 0, 0, 3, 1, 1)).containsExactly(0, 0, 3, 1, 1);
  }

  @Test
  void aWindowWiderThanTheVideoCountsAllFrames() {
    assertThat(smooth(99, 2, 0, 2, 2)).containsExactly(2, 2, 2, 2);
    assertThat(smooth(99)).isEmpty();
  }

  @Test
  void slidingAgreesWithCountingEachWindow() {
    Random random = new Random(5);
    for (int round = 0; round < 100; round++) {
      int[] predicted = random.ints(1 + random.nextInt(40), 0, 4).toArray();
      int half = random.nextInt(8);
      int[] smoothed = smooth(2 * half + 1, predicted);
      for (int frame = 0; frame < predicted.length; frame++) {
        int to = Math.min(predicted.length, frame + half + 1);
        int[] window = Arrays.copyOfRange(predicted, Math.max(0, frame - half), to);
        assertThat(smoothed[frame]).isEqualTo(counted(window, predicted[frame]));
      }
    }
  }

  private static int counted(int[] window, int own) {
    for (int number = 0; number < 4; number++) {
      boolean most = true;
      for (int other = 0; other < 4; other++) {
        most &= other == number || count(window, number) > count(window, other);
      }
      if (most) {
        return number;
      }
    }
    return own;
  }

  private static long count(int[] window, int number) {
    return Arrays.stream(window).filter(each -> each == number).count();
  }

  @Test
  void anEvenWindowIsRefused() {
    assertThatThrownBy(() -> new MajorityFilter(4)).hasMessageContaining("must be odd");
    assertThatThrownBy(() -> new MajorityFilter(-1)).hasMessageContaining("must be odd");
  }
}
