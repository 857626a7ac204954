package org.unroll.apps.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.harness.Unroll;

/** What {@code config show} and {@code config check} say of forecasts. */
class ForecastConfigTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"forecast", "forecast-gefcom2014-expost", "forecast-m4-hourly"})
  void aResolvedConfigResolvesToItself(String name) throws IOException {
    String config = "../../configs/" + name + ".yaml";
    String shown = Unroll.run("forecast", "config", "show", "-c", config).out();
    Path file = Files.writeString(folder.resolve("resolved.yaml"), shown);

    assertThat(shown).startsWith("format: 1\n").contains("horizon:");
    assertThat(Unroll.run("forecast", "config", "show", "-c", file.toString()).out())
        .isEqualTo(shown);
  }

  @Test
  void theSchemaKnowsTheKeys() {
    assertThat(Unroll.run("forecast", "config", "schema").out())
        .contains("\"ex-post\"", "\"quantiles\"", "\"windows-per-epoch\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "series.zone=Mars/Base        | series.zone: no time zone 'Mars/Base'",
        "series.frequency=hourly      | series.frequency: expected such as 15m, 1h, 1d, 1w, 1mo",
        "series.seasons=[24, month]    | 'month' is no cycle: write day, week, year or so many steps",
        "window.lags=[2]               | a lag must be known for all of the horizon",
        "series.past=[temperature]    | the column 'temperature' is named twice",
        "series.ex-post=[wind]        | 'wind' is not among series.future",
        "series.format=nonsense       | series.format: no pattern",
        "data.source=load.csv         | data.source: one file needs data.split",
        "window.scaling=mean          | window.scaling",
        "graph.output.levels=[0.9, 0.1] | graph.output.levels: the levels must ascend",
        "graph.output={layer: sigmoid, input: decoder} | graph.output.layer: forecast reads no such head; write {layer: quantiles} or {layer: regression}",
        "train={refit: true, schedule: {kind: plateau}} | train.refit: a plateau schedule follows",
        "train.early-stop.metric=bleu | unknown metric 'bleu'"
      })
  void mistakesAreNamed(String setting, String expected) {
    Unroll checked = Unroll.run("forecast", "config", "check", "-s", setting);

    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.err()).contains(expected).doesNotContain("\tat ");
  }
}
