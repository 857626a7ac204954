package org.unroll.apps.forecast.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Levels;
import org.unroll.core.metric.Table;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.series.SeriesData;
import org.unroll.datasets.series.SeriesSources;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.window.FittedSeries;
import org.unroll.datasets.window.Scaling;
import org.unroll.datasets.window.WindowConfig;
import org.unroll.datasets.window.Windows;

/** Tables and charts of forecasts that are known. */
class BacktestTest {
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

  @TempDir private Path folder;

  record Sections(SeriesData data, SeriesConfig series, WindowConfig window) {}

  /** Of a model that is wrong by the step of the horizon, from 1. */
  private Evaluation evaluation(String rows, String series, String window) throws IOException {
    Path file = Files.writeString(folder.resolve("load.csv"), rows);
    Sections config =
        new ConfigLoader<>(Sections.class)
            .load(
                new ConfigText(
                    "test.yaml",
                    """
                    data: {source: %s, batch: 4, split: {fractions: [0.5, 0.25, 0.25]}}
                    series: {targets: [load]%s}
                    window: {%s}
                    """
                        .formatted(file, series, window)),
                List.of(),
                List.of())
            .config();
    DataAccess access = new DataAccess(true, notice -> {});
    SplitSeries split =
        new SeriesSources(config.series, config.data, access).open().read(Split.TEST);
    FittedSeries fitted =
        FittedSeries.fit(
            config.series, config.window.shape(2, Scaling.TRAIN), split, access.notices());
    Windows windows = fitted.windows(split, Split.TEST);
    return Backtest.of(windows, split, Split.TEST, config.series)
        .draw(BacktestTest::wrongByTheStep, Levels.NONE);
  }

  private static void wrongByTheStep(Windows windows, WindowForecast.Taker taker) {
    for (int window = 0; window < windows.size(); window++) {
      double[] forecast = windows.truth(window, 0);
      for (int step = 0; step < forecast.length; step++) {
        forecast[step] += step + 1;
      }
      taker.take(window, new double[][][] {{forecast}});
    }
  }

  private static String rows(int count, IntFunction<LocalDateTime> time) {
    StringBuilder rows = new StringBuilder("timestamp,load\n");
    for (int i = 0; i < count; i++) {
      rows.append("%s,%d%n".formatted(time.apply(i), i * i % 11));
    }
    return rows.toString();
  }

  private static List<String> titles(Evaluation evaluation) {
    return evaluation.tables().stream().map(Table::title).toList();
  }

  @Test
  void theErrorOfAWorstDayIsThatOfItsCurve() throws IOException {
    Evaluation drawn = evaluation(rows(24 * 12, START::plusHours), "", "past: 4, horizon: 24");
    List<Chart> days =
        drawn.charts().stream().filter(chart -> chart.title().startsWith("Worst")).toList();

    assertThat(days).isNotEmpty();
    for (Chart chart : days) {
      Chart.Lines lines = (Chart.Lines) chart;
      double sum = 0;
      int count = 0;
      for (int step = 0; step < lines.steps().size(); step++) {
        double error =
            lines.lines().get(1).values().get(step) - lines.lines().get(0).values().get(step);
        if (Double.isFinite(error)) {
          sum += Math.abs(error);
          count++;
        }
      }
      // made at midnight, a day's curve is wrong by 1 to 24
      assertThat(count).isEqualTo(24);
      assertThat(chart.title()).endsWith(String.format(Locale.ROOT, ", mae %.4g", sum / count));
    }
    assertThat(days.get(0).title()).endsWith("2024, mae 12.50");
  }

  @Test
  void tablesAreThoseThatStepsHave() throws IOException {
    String window = "past: 4, horizon: 2";
    Evaluation days = evaluation(rows(80, START::plusDays), "", window);
    assertThat(titles(days))
        .containsExactly(
            "Error by step of the horizon", "Error by weekday", "Error by month", "Counted");
    assertThat(days.charts()).extracting(Chart::title).noneMatch(title -> title.contains("hour"));
    assertThat(days.charts())
        .extracting(Chart::title)
        .filteredOn(title -> title.startsWith("Worst"))
        .allMatch(
            title -> title.matches("Worst \\d: 2024-\\d\\d-\\d\\d to 2024-\\d\\d-\\d\\d, mae.*"));
    Evaluation months = evaluation(rows(80, START::plusMonths), "", window);
    assertThat(titles(months))
        .containsExactly("Error by step of the horizon", "Error by month", "Counted");
    Evaluation years = evaluation(rows(80, START::plusYears), "", window);
    assertThat(titles(years)).containsExactly("Error by step of the horizon", "Counted");
  }

  @Test
  void eachSeriesHasItsScoreAndOfManyTheWorstAndBest() throws IOException {
    assertThat(bySeries(3).rows()).hasSize(3);
    Table many = bySeries(30);
    assertThat(many.title()).isEqualTo("Error by series, the 10 worst and the 10 best of 30");
    assertThat(many.header()).containsExactly("series", "mae", "mase", "values");
    assertThat(many.rows()).hasSize(20);
    assertThat(many.rows().get(0).get(0)).isEqualTo("s0"); // it changes least
    assertThat(many.rows().get(19).get(0)).isEqualTo("s29");
  }

  private Table bySeries(int count) throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,load,id\n");
    for (int series = 0; series < count; series++) {
      for (int day = 0; day < 60; day++) {
        int load = (1 + series) * (day * day % 11);
        rows.append("%s,%d,s%d%n".formatted(START.plusDays(day), load, series));
      }
    }
    List<Table> tables = evaluation(rows.toString(), ", id: id", "past: 4, horizon: 2").tables();
    return tables.stream().filter(t -> t.title().startsWith("Error by series")).findFirst().get();
  }
}
