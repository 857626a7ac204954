package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Progress.Job;
import org.unroll.core.data.Progress.Unit;

class WorkBarTest {
  private static final int WIDTH = 79;
  private static final Job JOB = new Job("translating", 0, 1000, Unit.COUNT);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final BarLine line = new BarLine(out, () -> WIDTH);
  private long seconds;

  private final WorkBar bar =
      new WorkBar(JOB, line, Duration.ofSeconds(2), () -> Duration.ofSeconds(seconds).toNanos());

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** What a terminal shows: a carriage return goes back to where what follows overwrites. */
  private String shown() {
    StringBuilder shown = new StringBuilder();
    for (String part : printed().split("\r", -1)) {
      shown.replace(0, Math.min(part.length(), shown.length()), part);
    }
    return shown.toString().stripTrailing();
  }

  @Test
  void shortWorkShowsNothing() {
    seconds = 1;
    bar.advance(500);
    bar.close();

    assertThat(printed()).isEmpty();
  }

  @Test
  void longWorkShowsABarWithWhatIsLeftThatIsClearedAtItsEnd() {
    seconds = 10;
    bar.advance(250, "slow");
    bar.close(); // which draws it once more

    assertThat(printed()).contains("translating  25% [", "250/1000 (0:00:10 / 0:00:30) slow");
    assertThat(printed()).doesNotContain("\n");
    assertThat(shown()).isEmpty();
  }

  @Test
  void whatIsPrintedMeanwhileStandsInALineOfItsOwn() {
    line.accept("translating  25% [=====>           ] 250/1000");
    line.clearedFor(() -> out.print("3 rows skipped\n"));
    line.accept("translating  50%");

    assertThat(printed()).containsPattern("\r +\r3 rows skipped\n\rtranslating  50%$");
  }

  @Test
  void aShorterBarLeavesNothingOfALongerOne() {
    line.accept("a long bar");
    line.accept("short");

    assertThat(shown()).isEqualTo("short");
  }
}
