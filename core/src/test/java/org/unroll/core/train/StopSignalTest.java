package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Ctrl-C does is tested in {@link ResumeIT}. */
class StopSignalTest {
  @Test
  void withoutALimitItNeverStops() {
    try (StopSignal stop = new StopSignal(Optional.empty())) {
      assertThat(stop.getAsBoolean()).isFalse();
      assertThat(stop.interruptedByUser()).isFalse();
    }
  }

  @Test
  void itStopsOnceTheTimeIsOver() throws InterruptedException {
    try (StopSignal stop = new StopSignal(Optional.of(Duration.ofMillis(50)));
        StopSignal later = new StopSignal(Optional.of(Duration.ofHours(999_999)))) {
      Thread.sleep(60);

      assertThat(stop.getAsBoolean()).isTrue();
      assertThat(stop.interruptedByUser()).isFalse();
      assertThat(later.getAsBoolean()).isFalse();
    }
  }

  @Test
  void aLimitOfNothingStopsAtOnce() {
    try (StopSignal stop = new StopSignal(Optional.of(Duration.ZERO))) {
      assertThat(stop.getAsBoolean()).isTrue();
    }
  }
}
