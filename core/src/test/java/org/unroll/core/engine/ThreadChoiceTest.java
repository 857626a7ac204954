package org.unroll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is measured is tested by trainings, in {@code ThreadChoiceIT}. */
class ThreadChoiceTest {
  @Test
  void onlyPartsAreTriedEachWithOneNativeThread() {
    assertThat(ThreadChoice.candidates(2)).containsExactly(Threads.ONE, new Threads(2, 1));
    assertThat(ThreadChoice.candidates(6))
        .containsExactly(Threads.ONE, new Threads(2, 1), new Threads(4, 1), new Threads(6, 1));
  }

  @Test
  void partsAndNativeThreadsAreBothTold() {
    assertThat(Threads.ONE.told()).isEqualTo("1 part (the whole batch), 1 native thread");
    assertThat(new Threads(1, 2).told()).isEqualTo("1 part (the whole batch), 2 native threads");
    assertThat(new Threads(2, 1).told())
        .isEqualTo("2 parts of a batch at once, 1 native thread each");
  }
}
