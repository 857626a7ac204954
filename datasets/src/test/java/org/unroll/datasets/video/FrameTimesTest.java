package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FrameTimesTest {
  private static List<Double> times(double... told) {
    FrameTimes times = new FrameTimes(0.04);
    List<Double> all = new ArrayList<>();
    for (double time : told) {
      all.add(Math.round(times.next(time) * 1000) / 1000.0);
    }
    return all;
  }

  @Test
  void timesThatRiseAreLeftAsTheyAre() {
    assertThat(times(0, 0.04, 0.5, 0.5, 200)).containsExactly(0.0, 0.04, 0.5, 0.5, 200.0);
  }

  @Test
  void missingTimesFollowTheLast() {
    assertThat(times(Double.NaN, Double.NaN, 0.1, Double.NaN))
        .containsExactly(0.0, 0.04, 0.1, 0.14);
  }

  @Test
  void aClockThatLeapsGoesOn() {
    assertThat(times(0, 0.04, 9e9, 9e9 + 0.1)).containsExactly(0.0, 0.04, 0.08, 0.18);
    assertThat(times(5, 5.04, 1, 1.08)).containsExactly(5.0, 5.04, 5.08, 5.16);
    assertThat(times(-1e5, -1e5 + 0.1, 7)).containsExactly(0.0, 0.1, 0.14);
  }

  @Test
  void theLastFrameStaysAsLongAsItIsTold() {
    FrameTimes times = new FrameTimes(0.04);
    times.next(0);
    times.next(1);
    assertThat(times.end(0.5)).isCloseTo(1.5, within(1e-9));
    assertThat(times.end(0)).isCloseTo(1.04, within(1e-9));
    assertThat(times.end(1e9)).isCloseTo(1.04, within(1e-9));
  }

  /** How often each frame is taken that is shown until one of these times. */
  private static List<Integer> due(double rate, double... until) {
    FramePace pace = new FramePace(OptionalDouble.of(rate));
    List<Integer> due = new ArrayList<>();
    for (double time : until) {
      due.add(pace.due(time));
    }
    return due;
  }

  @Test
  void withoutARateEveryFrameIsTakenOnce() {
    FramePace pace = new FramePace(OptionalDouble.empty());
    assertThat(List.of(pace.due(0.1), pace.due(0.1), pace.due(99))).containsExactly(1, 1, 1);
  }

  @Test
  void aRateTakesWhatIsShownAtItsTimes() {
    assertThat(due(10, 0.04, 0.08, 0.12, 0.5, 0.5, 0.61)).containsExactly(1, 0, 1, 3, 0, 2);
    assertThat(due(2, 1, 2, 3)).containsExactly(2, 2, 2);
  }

  /** Times in thousandths, as Matroska has them, up or down. */
  @Test
  void timesThatAreRoundedMoveNoFrame() {
    for (int rate : new int[] {24, 30, 60, 120, 240}) {
      double[] nearest = new double[rate * 20];
      double[] cut = new double[nearest.length];
      for (int i = 0; i < nearest.length; i++) {
        nearest[i] = Math.round((i + 1) * 1000.0 / rate) / 1000.0;
        cut[i] = Math.floor((i + 1) * 1000.0 / rate) / 1000.0;
      }
      assertThat(due(rate, nearest)).as(rate + " a second").containsOnly(1);
      assertThat(due(rate, cut)).as(rate + " a second").containsOnly(1);
    }
  }
}
