package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Job;
import org.unroll.core.data.Progress.Unit;

class WorkLinesTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private long seconds;

  private WorkLines lines(Job job) {
    return new WorkLines(
        job, out, Duration.ofSeconds(30), () -> Duration.ofSeconds(seconds).toNanos());
  }

  private WorkLines counted(long total) {
    return lines(new Job("scoring test", 0, total, Unit.COUNT));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).replace("\r", "");
  }

  @Test
  void isToldEveryHalfMinuteWithWhatIsLeft() {
    WorkLines work = counted(25_000);
    for (int i = 0; i < 12; i++) {
      seconds += 10;
      work.advance(2_000);
    }

    assertThat(printed())
        .isEqualTo(
            """
            scoring test: 6,000 of 25,000, 1 min 35 s left
            scoring test: 12,000 of 25,000, 1 min 5 s left
            scoring test: 18,000 of 25,000, 35 s left
            scoring test: 24,000 of 25,000, 5 s left
            """);
  }

  @Test
  void shortWorkAndTheEndAreNot() {
    WorkLines work = counted(3);
    seconds = 29;
    work.advance(1);
    seconds = 31;
    work.advance(2);
    work.close();

    assertThat(printed()).isEmpty();
  }

  @Test
  void withoutATotalItSaysHowMuchIsDone() {
    WorkLines work = counted(Progress.UNKNOWN);
    seconds = 40;
    work.advance(7_000);

    assertThat(printed()).isEqualTo("scoring test: 7,000 so far\n");
  }

  @Test
  void aDownloadThatGoesOnIsReckonedByWhatCameSince() {
    WorkLines work = lines(new Job("downloading a.zip", 500_000_000, 862_000_000, Unit.BYTES));
    seconds = 30;
    work.advance(181_000_000, "slow");

    assertThat(printed()).isEqualTo("downloading a.zip: 681 of 862 MB, 30 s left, slow\n");
  }
}
