package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Split;
import org.unroll.datasets.ridge.Ridge;
import org.unroll.datasets.window.Experiment;
import org.unroll.datasets.window.FittedSeries;
import org.unroll.datasets.window.Forecaster;
import org.unroll.datasets.window.SeasonalNaive;
import org.unroll.datasets.window.Windows;

/** Known numbers of the published data sets. Each test runs if UNROLL_MIRROR holds its set. */
class RealSeriesIT {
  private record Loaded(Experiment experiment, SplitSeries split, FittedSeries fitted) {
    Windows windows(Split part) {
      return fitted.windows(split, part);
    }

    Map<String, Double> score(Forecaster model) {
      boolean scaled = experiment.data.scaleMetrics();
      return Experiment.score(model, windows(Split.TEST), split, scaled);
    }

    Ridge ridge() {
      return Ridge.fit(windows(Split.TRAIN), windows(Split.VALIDATION), Progress.SILENT);
    }
  }

  private static Loaded load(String set, String yaml) {
    Path folder = Path.of(System.getenv().getOrDefault("UNROLL_MIRROR", "")).resolve(set);
    assumeTrue(Files.isDirectory(folder), "UNROLL_MIRROR has no " + set);
    Experiment experiment = new Experiment(yaml);
    SplitSeries split = experiment.read(Split.TEST);
    return new Loaded(experiment, split, experiment.fit(split));
  }

  private static Offset<Double> within(double offset) {
    return Offset.offset(offset);
  }

  @Test
  void gefcom2014HasTheWindowsOfThePaperAndItsFloors() {
    Loaded load =
        load(
            "gefcom2014",
            """
            data: {source: gefcom2014, batch: 64}
            series: {stamps: end, targets: [load]}
            window: {past: 96, horizon: 24}
            """);

    assertThat(load.windows(Split.TRAIN).size()).isEqualTo(44_640 - 96 - 23);
    assertThat(load.windows(Split.TEST).size()).isEqualTo(8_905);
    assertThat(load.windows(Split.TEST).label(8_904, 23)).isEqualTo("2011-12-01T00:00");
    assertThat(load.score(new SeasonalNaive(24)).get("rmse")).isCloseTo(25.4, within(0.05));
    assertThat(load.score(load.ridge()).get("rmse")).isCloseTo(19.7, within(0.1));
    assertThat(load.experiment().notices)
        .containsExactly("steps of 1 hour; seasonal-naive repeats the last day (24 steps)");
  }

  @Test
  void gefcom2012HasTheLinearModelsError() {
    Loaded load =
        load(
            "gefcom2012",
            """
            data: {source: gefcom2012, batch: 64}
            series: {stamps: end, targets: [zone1], future: [holiday], calendar: [hour]}
            window: {past: 168, horizon: 1}
            """);

    assertThat(load.windows(Split.TEST).label(0, 0)).isEqualTo("2007-10-27T23:00");
    assertThat(load.score(load.ridge()).get("rmse")).isCloseTo(495, within(5));
  }

  @Test
  void etth1CountsEveryWindow() {
    Loaded load =
        load(
            "etth1",
            """
            data: {source: etth1, batch: 64, scale-metrics: true}
            series: {time: date, targets: [OT]}
            window: {past: 336, horizon: 24, scaling: last}
            """);

    assertThat(load.windows(Split.TEST).size()).isEqualTo(2_880 - 23);
    assertThat(load.score(new SeasonalNaive(1)).get("mse")).isCloseTo(0.034, within(0.0005));
    assertThat(load.score(load.ridge()).get("mse")).isCloseTo(0.026, within(0.0005));
  }

  @Test
  void m4HasTheCompetitionsSeasonalNaive() {
    Loaded load =
        load(
            "m4-hourly",
            """
            data: {source: m4-hourly, batch: 64}
            series: {layout: rows, time: [], targets: [value]}
            window: {past: 168, horizon: 48, scaling: window}
            """);

    assertThat(load.windows(Split.TEST).size()).isEqualTo(414);
    Map<String, Double> scores = load.score(new SeasonalNaive(24));
    assertThat(scores.get("smape")).isCloseTo(13.91, within(0.01));
    assertThat(scores.get("mase")).isCloseTo(1.193, within(0.001));
  }

  @Test
  void pjmeLosesNoRowInSpringAndKeepsBothOfAutumn() {
    Path folder = Path.of(System.getenv().getOrDefault("UNROLL_MIRROR", "")).resolve("pjme");
    Loaded load =
        load(
            "pjme",
            """
            data: {source: %s/PJME_hourly.csv, batch: 64, split: {fractions: [0.7, 0.15, 0.15]}}
            series:
              {time: Datetime, format: 'd/M/yy H:mm', zone: America/New_York, stamps: end, targets: [PJME_MW]}
            window: {past: 168, horizon: 24}
            """
                .formatted(folder));
    List<String> notices = load.experiment().notices;

    assertThat(notices).noneMatch(notice -> notice.contains("rows bad"));
    assertThat(notices).noneMatch(notice -> notice.contains("repeated stamps"));
    assertThat(notices).anyMatch(notice -> notice.contains(": 13 gaps in the stamps"));
    double[] values = load.split().series().get(0).values("PJME_MW");
    assertThat(values.length).isEqualTo(145_366 + 25); // twelve autumns lack both, one day an hour
  }
}
