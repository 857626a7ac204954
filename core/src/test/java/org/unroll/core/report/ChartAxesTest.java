package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartAxesTest {
  private static List<String> hours(int count) {
    List<String> steps = new ArrayList<>();
    for (int hour = 0; hour < count; hour++) {
      steps.add(LocalDateTime.of(2024, 3, 30, 22, 0).plusHours(hour).toString());
    }
    return steps;
  }

  private static List<String> numbers(int count) {
    List<String> steps = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      steps.add("" + n);
    }
    return steps;
  }

  @Test
  void ticksAreRoundAndInside() {
    assertThat(new AxisRange(-0.3, 10.2).ticks()).containsExactly(0.0, 5.0, 10.0);
    assertThat(new AxisRange(0.81, 0.843).ticks())
        .hasSizeBetween(3, 5)
        .allMatch(t -> t >= 0.81 && t <= 0.8431);
    assertThat(new AxisRange(0.81, 0.843).label(0.82)).isEqualTo("0.82");
    assertThat(new AxisRange(0, 12_000).label(5000)).isEqualTo("5,000");
  }

  @Test
  void aFlatLineHasRoomAroundIt() {
    assertThat(AxisRange.of(List.of(5.0, 5.0))).isEqualTo(new AxisRange(4.5, 5.5));
    assertThat(AxisRange.of(List.of(0.0))).isEqualTo(new AxisRange(-1, 1));
  }

  @Test
  void aLogarithmicAxisNamesPowersOfTen() {
    AxisRange wide = AxisRange.logarithmic(List.of(1.0, 0.0, -3.0, Double.NaN, 1e-12));
    assertThat(wide.ticks()).hasSizeBetween(4, 6).contains(1.0).allMatch(t -> t >= 1e-13);
    assertThat(wide.ticks()).allMatch(t -> Math.rint(Math.log10(t)) == Math.log10(t));
    assertThat(wide.label(1e-9)).isEqualTo("1e-9");
    assertThat(wide.label(0.001)).as("as its neighbours").isEqualTo("1e-3");
    assertThat(wide.share(1e-6)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aShortLogarithmicAxisNamesTwosAndFivesToo() {
    AxisRange flat = AxisRange.logarithmic(List.of(1.0, 1.0));
    assertThat(flat.high() / flat.low()).isBetween(10.0, 20.0);
    assertThat(flat.ticks()).contains(0.5, 1.0, 2.0).allMatch(t -> t > flat.low());
    assertThat(AxisRange.logarithmic(List.of(0.0))).isEqualTo(new AxisRange(0.1, 1, true));
  }

  @Test
  void fewStepsAreAllNamedAndManyAreNot() {
    assertThat(StepAxis.of(numbers(6)).ticks().values())
        .containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(StepAxis.of(numbers(20)).ticks())
        .isEqualTo(Map.of(5.0, "5", 10.0, "10", 15.0, "15", 20.0, "20"));
    List<String> fromZero = new ArrayList<>(List.of("0"));
    fromZero.addAll(numbers(20));
    assertThat(StepAxis.of(fromZero).ticks().values()).containsExactly("0", "5", "10", "15", "20");
    assertThat(StepAxis.of(numbers(300)).ticks()).hasSizeBetween(4, 9);
  }

  @Test
  void stepsFromAnyNumberOnAreNamedByRoundNumbers() {
    List<String> late = numbers(220).subList(68, 220);
    assertThat(StepAxis.of(late).ticks().values())
        .containsExactly("80", "100", "120", "140", "160", "180", "200", "220");
    List<String> few = List.of("20", "100", "200");
    assertThat(StepAxis.of(few).ticks()).isEqualTo(Map.of(20.0, "20", 100.0, "100", 200.0, "200"));
    List<String> parts = new ArrayList<>();
    for (int n = -150; n <= 50; n++) {
      parts.add(n / 50.0 + "");
    }
    assertThat(StepAxis.of(parts).ticks().values())
        .contains("-3.0", "0.0", "1.0")
        .hasSizeLessThan(10);
    assertThat(StepAxis.of(List.of("2", "1")).places()).as("no axis").containsExactly(0.0, 1.0);
  }

  @Test
  void neighbouringTicksAreNeverWrittenAlike() {
    for (AxisRange axis :
        List.of(
            new AxisRange(1.11e-6, 1.2e-6),
            new AxisRange(-1e-7, 1e-7),
            new AxisRange(1.2e7, 1.25e7),
            AxisRange.logarithmic(List.of(1.0, 1e-44)))) {
      List<String> labels = axis.ticks().stream().map(axis::label).toList();
      assertThat(labels).doesNotHaveDuplicates().hasSizeBetween(3, 7);
    }
    assertThat(new AxisRange(1.11e-6, 1.2e-6).label(1.12e-6)).isEqualTo("1.12e-6");
  }

  @Test
  void aWideLogarithmicAxisNamesOneAndNothingAboveWhatThereIs() {
    for (double lowest : new double[] {1e-3, 1e-7, 1e-12, 1e-22, 1e-44}) {
      List<Double> ticks = AxisRange.logarithmic(List.of(1.0, lowest)).ticks();
      assertThat(ticks).as("down to " + lowest).hasSizeBetween(3, 7).contains(1.0);
      assertThat(ticks).allMatch(tick -> tick <= 1);
    }
  }

  @Test
  void stampsAreNamedByHoursAndDays() {
    assertThat(StepTicks.of(hours(24)).values()).startsWith("31 Mar", "03:00");
    assertThat(StepTicks.of(hours(72)).values())
        .containsExactly("31 Mar", "12:00", "1 Apr", "12:00", "2 Apr", "12:00");
    assertThat(StepTicks.of(hours(1000)).values()).hasSizeBetween(6, 9).contains("30 Mar");
  }
}
