package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrequencyTest {
  @ParameterizedTest
  @CsvSource({"15m, 900, 96", "1h, 3600, 24", "60min, 3600, 24", "1d, 86400, 1", "7d, 604800, 1"})
  void isReadAndKnowsItsDay(String text, long seconds, int day) {
    Frequency frequency = Frequency.parse(text).orElseThrow();
    assertThat(frequency.seconds()).isEqualTo(seconds);
    assertThat(frequency.stepsInDay()).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hourly", "0h", "1w", "", "-1h"})
  void otherTextIsNone(String text) {
    assertThat(Frequency.parse(text)).isEmpty();
  }

  @Test
  void isPrintedAsWritten() {
    assertThat(new Frequency(900)).hasToString("15m");
    assertThat(new Frequency(7200)).hasToString("2h");
    assertThat(new Frequency(86_400)).hasToString("1d");
  }
}
