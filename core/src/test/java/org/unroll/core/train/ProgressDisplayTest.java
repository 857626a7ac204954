package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Job;
import org.unroll.core.data.Progress.Work;

class ProgressDisplayTest {
  private final List<String> told = new ArrayList<>();
  private final Progress display = new ProgressDisplay(this::shown);

  private Work shown(Job job) {
    told.add("begin " + job.what());
    return new Work() {
      @Override
      public void advance(long more, String note) {
        told.add(job.what() + " " + more);
      }

      @Override
      public void close() {
        told.add("end " + job.what());
      }
    };
  }

  @Test
  void ofWorkWithinWorkTheOutermostIsShownAlone() {
    try (Work outer = display.begin("outer", 2)) {
      try (Work inner = display.begin("inner", 100)) {
        inner.advance(100);
      }
      outer.advance(1);
    }
    try (Work next = display.begin("next", 1)) {
      next.advance(1);
    }

    assertThat(told)
        .containsExactly("begin outer", "outer 1", "end outer", "begin next", "next 1", "end next");
  }

  @Test
  void anEpochEndsWithItsLastStepSoThatItsScoringIsSeen() {
    ProgressBars bars = new ProgressBars(display);
    TrainingState state = TrainingState.start(0);
    for (int i = 0; i < 2; i++) {
      state = state.step(1, new TrainingState.Spent(1, 1));
      bars.onStep(state, 2);
    }
    try (Work scoring = display.begin("scoring", 1)) {
      scoring.advance(1);
    }

    assertThat(told)
        .containsExactly(
            "begin epoch 1",
            "epoch 1 0", // of the first step the time was not seen
            "epoch 1 1",
            "end epoch 1",
            "begin scoring",
            "scoring 1",
            "end scoring");
  }

  @Test
  void anEpochThatIsStoppedGivesWay() {
    ProgressBars bars = new ProgressBars(display);
    bars.onStep(TrainingState.start(0).step(1, new TrainingState.Spent(1, 1)), 2);
    bars.onEnd();
    bars.onEnd();

    display.begin("scoring", 1).close();
    assertThat(told)
        .containsExactly(
            "begin epoch 1", "epoch 1 0", "end epoch 1", "begin scoring", "end scoring");
  }
}
