package org.unroll.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The generated load has what a net is to find. */
class LoadSampleTest {
  private static final List<LoadHour> HOURS = LoadSample.hours(1);

  private interface Choice {
    boolean takes(LoadHour hour, LocalDate day, int clock);
  }

  private static double mean(Choice choice) {
    double sum = 0;
    int count = 0;
    for (LoadHour hour : HOURS) {
      LocalDate day = LocalDate.ofEpochDay(hour.second() / 86_400);
      if (choice.takes(hour, day, (int) (hour.second() % 86_400 / 3_600))) {
        sum += hour.load();
        count++;
      }
    }
    assertThat(count).isGreaterThan(10);
    return sum / count;
  }

  private static boolean isWorking(LoadHour hour, LocalDate day) {
    return day.getDayOfWeek().getValue() <= 5 && !hour.holiday();
  }

  @Test
  void threeYearsWithoutAGapTheSameForASeed() {
    assertThat(HOURS).hasSize(3 * 365 * 24);
    for (int i = 1; i < HOURS.size(); i++) {
      assertThat(HOURS.get(i).second()).isEqualTo(HOURS.get(i - 1).second() + 3_600);
    }
    assertThat(LoadSample.hours(1)).isEqualTo(HOURS);
    assertThat(LoadSample.hours(2)).isNotEqualTo(HOURS);
  }

  @Test
  void coldAndHeatBothAskForMoreThanMildDays() {
    double mild =
        mean((hour, day, clock) -> isWorking(hour, day) && Math.abs(hour.temperature() - 17) < 1);
    double cold = mean((hour, day, clock) -> isWorking(hour, day) && hour.temperature() < 0);
    double hot = mean((hour, day, clock) -> isWorking(hour, day) && hour.temperature() > 27);

    assertThat(cold).isGreaterThan(1.05 * mild);
    assertThat(hot).isGreaterThan(1.3 * mild);
  }

  @Test
  void coolingIsAnAffairOfWorkingDays() {
    double working =
        mean(
            (hour, day, clock) ->
                isWorking(hour, day) && Math.abs(clock - 14) <= 2 && hour.temperature() > 24);
    double workingMild =
        mean(
            (hour, day, clock) ->
                isWorking(hour, day)
                    && Math.abs(clock - 14) <= 2
                    && Math.abs(hour.temperature() - 18) < 2);
    double sunday =
        mean(
            (hour, day, clock) ->
                day.getDayOfWeek().getValue() == 7
                    && Math.abs(clock - 14) <= 2
                    && hour.temperature() > 24);
    double sundayMild =
        mean(
            (hour, day, clock) ->
                day.getDayOfWeek().getValue() == 7
                    && Math.abs(clock - 14) <= 2
                    && Math.abs(hour.temperature() - 18) < 2);

    assertThat(working - workingMild).isGreaterThan(1.5 * (sunday - sundayMild));
  }

  @Test
  void holidaysAreLikeSundays() {
    double holiday = mean((hour, day, clock) -> hour.holiday() && clock == 9);
    double sunday = mean((hour, day, clock) -> day.getDayOfWeek().getValue() == 7 && clock == 9);
    double working = mean((hour, day, clock) -> isWorking(hour, day) && clock == 9);

    assertThat(Math.abs(holiday - sunday)).isLessThan(0.2 * (working - sunday));
  }
}
