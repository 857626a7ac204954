package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastPulseTest {
  private static final int FRAMES = 20_000;

  private final LastPulse sequence = LastPulse.draw(1, FRAMES, 42).get(0);

  @Test
  void theLabelIsTheKindOfTheLastPulse() {
    int right = 0;
    int last = -1;
    for (int frame = 0; frame < FRAMES; frame++) {
      int highest = highest(sequence.frames()[frame]);
      last = sequence.frames()[frame][highest] > 0.7 ? highest : last; // a pulse is 1 high
      right += last == sequence.kinds()[frame] ? 1 : 0;
    }
    assertThat(right / (double) FRAMES).isBetween(0.9, 0.999);
  }

  @Test
  void aFrameByItselfHardlyShowsIt() {
    int right = 0;
    for (int frame = 0; frame < FRAMES; frame++) {
      right += highest(sequence.frames()[frame]) == sequence.kinds()[frame] ? 1 : 0;
    }
    assertThat(right / (double) FRAMES).isBetween(0.25, 0.35);
  }

  /** Labels change well within 50 steps, mostly. */
  @Test
  void aPulseComesEvery10To20Frames() {
    int from = 0;
    int changes = 0;
    for (int frame = 1; frame < FRAMES; frame++) {
      if (sequence.kinds()[frame] != sequence.kinds()[frame - 1]) {
        assertThat(frame - from).isGreaterThanOrEqualTo(10);
        from = frame;
        changes++;
      }
    }
    assertThat(changes).isBetween(FRAMES / 25, FRAMES / 16); // 3 of 4 pulses are of another kind
  }

  @Test
  void sequencesFollowFromTheSeed() {
    List<LastPulse> again = LastPulse.draw(2, FRAMES, 42);
    assertThat(again.get(0).frames()).isDeepEqualTo(sequence.frames());
    assertThat(again.get(1).kinds()).isNotEqualTo(sequence.kinds());
    TruncationCase of = new TruncationCase(100, 2, 10, 4, 1, 7);
    assertThat(of.test().get(0).kinds()).isNotEqualTo(of.training().get(0).kinds());
    assertThat(TruncationCase.of(of.arguments())).isEqualTo(of);
  }

  private static int highest(float[] frame) {
    int highest = 0;
    for (int i = 1; i < frame.length; i++) {
      highest = frame[i] > frame[highest] ? i : highest;
    }
    return highest;
  }
}
