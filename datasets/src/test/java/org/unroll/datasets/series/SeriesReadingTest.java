package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.datasets.window.Experiment;
import org.unroll.datasets.window.Scale;
import org.unroll.datasets.window.Windows;

/** Tables as users have them: what is read, repaired, told and refused. */
class SeriesReadingTest {
  private static final double NONE = Double.NaN;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void path() {
    file = folder.resolve("load.csv");
  }

  private Experiment experiment(String rows, String series) throws IOException {
    Files.writeString(file, rows);
    return new Experiment(
        """
        data: {source: %s, batch: 4, split: {fractions: [0.5, 0.25, 0.25]}, max-bad-rows: 0.3}
        series: {%s}
        window: {past: 2, horizon: 1}
        """
            .formatted(file, series));
  }

  private static double[] load(Experiment experiment) {
    return experiment.read(Split.TEST).series().get(0).values("load");
  }

  private static String hours(double... values) {
    StringBuilder rows = new StringBuilder("timestamp,load\n");
    for (int hour = 0; hour < values.length; hour++) {
      rows.append("2024-01-01 %02d:00,%s%n".formatted(hour, values[hour]));
    }
    return rows.toString();
  }

  @Test
  void columnsGoByNameAndNumbersMayHaveSeparators() throws IOException {
    Experiment experiment =
        experiment(
            """
            other,load,timestamp
            x,"1,200",2024-01-01 00:00
            y,"12,345.5",2024-01-01 01:00
            z,-3,2024-01-01 02:00
            """,
            "targets: [load]");

    assertThat(load(experiment)).containsExactly(1200, 12345.5, -3);
    assertThat(experiment.notices).isEmpty();
  }

  @Test
  void rowsOutOfOrderRepeatedAndMissingAreRepairedAndTold() throws IOException {
    Experiment experiment =
        experiment(
            """
            timestamp,load
            2024-01-01 00:00,1
            2024-01-01 02:00,3
            2024-01-01 01:00,2
            2024-01-01 03:00,4
            2024-01-01 03:00,6
            2024-01-01 06:00,8
            2024-01-01 07:00,
            2024-01-01 08:00,10
            """,
            "targets: [load]");

    assertThat(load(experiment)).containsExactly(1, 2, 3, 5, 6, 7, 8, 9, 10);
    String where = file + ":";
    assertThat(experiment.notices)
        .containsExactly(
            file + ": 1 rows out of order, sorted; first: " + where + "4 (2024-01-01T01:00)",
            file + ": 1 repeated stamps, averaged; first: " + where + "6 (2024-01-01T03:00)",
            file + ": 1 gaps in the stamps; first: 2 steps after " + where + "6 (2024-01-01T03:00)",
            file + ": 3 missing values interpolated; first: load from 2024-01-01T04:00");
  }

  @Test
  void longGapsAreMasked() throws IOException {
    Experiment experiment =
        experiment(
            hours(1, 2, NONE, 4, NONE, NONE, 7, 8), "targets: [load], repair: {longest-gap: 1}");

    assertThat(load(experiment)).containsExactly(1, 2, 3, 4, NONE, NONE, 7, 8);
    assertThat(experiment.notices).hasSize(2).last().asString().contains("2 missing values masked");
  }

  @Test
  void gapsAndRepeatedRowsMayBeErrors() {
    assertThatThrownBy(
            () -> load(experiment(hours(1, 2, NONE, 4), "targets: [load], repair: {gaps: error}")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("2024-01-01T02:00");
    String twice = hours(1, 2) + "2024-01-01 01:00,3\n";
    assertThatThrownBy(
            () -> load(experiment(twice, "targets: [load], repair: {duplicates: error}")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file + ":4");
  }

  @Test
  void daysOf23And25HoursHaveNoGapAndNoDuplicate() throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,load\n");
    for (int hour = 0; hour < 24; hour++) {
      String row = "2024-10-27 %02d:00,%d%n".formatted(hour, hour);
      rows.append(hour == 2 ? row + row : row); // 25 hours
    }
    Experiment autumn = experiment(rows.toString(), "targets: [load], zone: Europe/Berlin");
    assertThat(load(autumn)).hasSize(25);
    assertThat(autumn.notices).isEmpty();

    String spring = rows.toString().replace("-10-27", "-03-31");
    Experiment short23 = experiment(spring, "targets: [load], zone: Europe/Berlin");
    assertThat(load(short23)).hasSize(23);
    assertThat(short23.notices).hasSize(1).first().asString().contains("the clock skips it");
  }

  @Test
  void badRowsAreSkippedUpToAShare() throws IOException {
    String rows = hours(1, 2, 3, 4, 5) + "2024-01-01 05:00,many\nnoon,7\n2024-01-01 06:00,8\n";
    Experiment experiment = experiment(rows, "targets: [load]");

    assertThat(load(experiment)).containsExactly(1, 2, 3, 4, 5, 6.5, 8);
    assertThat(experiment.notices.get(0))
        .contains("2 of 8 rows bad", file + ":7", "'many'", file + ":8", "'noon'");
    assertThatThrownBy(
            () -> load(experiment("timestamp,load\na,1\nb,2\n" + rows, "targets: [load]")))
        .isInstanceOf(UserError.class);
  }

  @Test
  void mixedFrequenciesAreRefusedWithTheirPlace() {
    StringBuilder rows = new StringBuilder(hours(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    for (int i = 0; i < 10; i++) {
      rows.append("2024-01-01 %02d:%02d,1%n".formatted(12 + i / 4, i % 4 * 15));
    }
    assertThatThrownBy(() -> load(experiment(rows.toString(), "targets: [load]")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "mixed frequencies: the steps are 1 hour, but from here on 15 minutes")
        .hasMessageContaining(file + ":14");
  }

  @Test
  void irregularStampsAreBadRows() throws IOException {
    String rows = hours(1, 2, 3, 4, 5, 6).replace("03:00", "03:07");
    Experiment experiment = experiment(rows, "targets: [load]");

    assertThat(load(experiment)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(experiment.notices.get(0)).contains("irregular stamp", file + ":5");
  }

  @Test
  void severalSeriesGoByIdOrByColumn() throws IOException {
    Experiment byId =
        experiment(
            """
            zone,timestamp,load
            a,2024-01-01 00:00,1
            b,2024-01-01 00:00,10
            a,2024-01-01 01:00,2
            b,2024-01-01 01:00,20
            """,
            "id: zone, targets: [load]");
    List<Series> zones = byId.read(Split.TEST).series();
    assertThat(zones).extracting(Series::id).containsExactly("a", "b");
    assertThat(zones.get(1).values("load")).containsExactly(10, 20);

    Experiment byColumn =
        experiment(
            """
            timestamp,a,b,temperature
            2024-01-01 00:00,1,10,5
            2024-01-01 01:00,2,20,6
            """,
            "layout: columns, targets: [a, b], past: [temperature]");
    List<Series> columns = byColumn.read(Split.TEST).series();
    assertThat(columns).extracting(Series::id).containsExactly("a", "b");
    assertThat(columns.get(1).values("value")).containsExactly(10, 20);
    assertThat(columns.get(1).values("temperature")).containsExactly(5, 6);
  }

  @Test
  void severalIdColumnsTellSeriesApart() throws IOException {
    Experiment experiment =
        experiment(
            """
            store,timestamp,item,load
            a,2024-01-01 00:00,1,1
            a,2024-01-01 00:00,2,10
            b,2024-01-01 00:00,1,100
            a,2024-01-01 01:00,1,2
            a,2024-01-01 01:00,2,20
            b,2024-01-01 01:00,1,200
            """,
            "id: [store, item], targets: [load]");
    List<Series> series = experiment.read(Split.TEST).series();

    assertThat(series).extracting(Series::id).containsExactly("a/1", "a/2", "b/1");
    assertThat(series.get(1).values("load")).containsExactly(10, 20);
  }

  @Test
  void aRowMayBeASeriesWithoutStamps() throws IOException {
    Experiment experiment =
        experiment("id,1,2,3\nH1,5,6,7\nH2,8,9,\n", "layout: rows, time: [], targets: [value]");
    List<Series> series = experiment.read(Split.TEST).series();

    assertThat(series.get(0).values("value")).containsExactly(5, 6, 7);
    assertThat(series.get(1).values("value")).containsExactly(8, 9);
    assertThat(series.get(1).axis().stamped()).isFalse();
  }

  @Test
  void aSecondSeriesOfOneNameIsSkipped() throws IOException {
    Experiment experiment =
        experiment(
            "id,1,2,3\nH1,5,6,7\nH2,8,9,\nH3,1,2,3\nH1,0,0,0\n",
            "layout: rows, time: [], targets: [value]");
    List<Series> series = experiment.read(Split.TEST).series();

    assertThat(series.get(0).values("value")).containsExactly(5, 6, 7);
    assertThat(experiment.notices).anyMatch(told -> told.contains(":5: a second series 'H1'"));
  }

  @Test
  void derivedColumnsAreComputed() throws IOException {
    Experiment experiment =
        experiment(
            """
            timestamp,load,w1,w2
            2024-01-01 00:00,1,10,20
            2024-01-01 01:00,2,30,40
            """,
            "targets: [load], past: [heat], derive: {t: {kind: mean, of: [w*]}, heat: {kind: above, of: t, by: 20}}");

    assertThat(experiment.read(Split.TEST).series().get(0).values("heat")).containsExactly(0, 15);
  }

  @Test
  void aTransformRunsOverEveryRow() throws IOException {
    Files.writeString(file, hours(1, 2, 3, 4).replace("load\n", "kW\n"));
    Experiment experiment =
        new Experiment(
            """
            data:
              source: %s
              batch: 4
              split: {fractions: [0.5, 0.25, 0.25]}
              transform:
                - transform:
                    "@class": org.datavec.api.transform.transform.column.RenameColumnsTransform
                    oldNames: [kW]
                    newNames: [load]
            series: {targets: [load]}
            window: {past: 2, horizon: 1}
            """
                .formatted(file));

    assertThat(load(experiment)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aWrongColumnNamesTheNearest() {
    assertThatThrownBy(() -> load(experiment(hours(1, 2), "targets: [laod]")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no column 'laod' (series.targets; did you mean load?)");
  }

  @Test
  void allMissingColumnsAreNamedWithWhatAsksForThem() {
    assertThatThrownBy(
            () -> load(experiment(hours(1, 2), "targets: [load], future: [wind], past: [price]")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'price' (series.past), 'wind' (series.future)")
        .hasMessageContaining("the file has timestamp, load")
        .hasMessageContaining("such as series.future: []");
  }

  @Test
  void aTableWithOtherSeparatorsIsReadOrSaysSo() throws IOException {
    String rows = hours(1, 2, 3, 4).replace(',', ';');

    assertThat(load(experiment(rows, "targets: [load]"))).containsExactly(1, 2, 3, 4);
    Experiment commas =
        new Experiment(
            """
            data: {source: %s, batch: 4, delimiter: comma, split: {fractions: [0.5, 0.25, 0.25]}}
            series: {targets: [load]}
            window: {past: 2, horizon: 1}
            """
                .formatted(file));
    assertThatThrownBy(() -> load(commas))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("parted by ';': set data.delimiter: semicolon");
  }

  @Test
  void aDecimalCommaIsReadOrAskedFor() throws IOException {
    String rows =
        """
        timestamp;load;open
        2024-01-01 00:00;1.234,5;true
        2024-01-01 01:00;0,123;FALSE
        2024-01-01 02:00;-3;yes
        2024-01-01 03:00;12 345,25;0
        """;
    Experiment comma = experiment(rows, "targets: [load], past: [open], decimal: ','");
    assertThat(load(comma)).containsExactly(1234.5, 0.123, -3, 12345.25);
    assertThat(comma.read(Split.TEST).series().get(0).values("open")).containsExactly(1, 0, 1, 0);
    assertThatThrownBy(() -> load(experiment(rows, "targets: [load], past: [open]")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'0,123' in column 'load' is no number")
        .hasMessageContaining("set series.decimal: ','");
    String points = rows.replace("0,123", "0.123").replace("-3;", "1.5;");
    assertThatThrownBy(
            () -> load(experiment(points, "targets: [load], past: [open], decimal: ','")))
        .hasMessageContaining("'0.123' in column 'load' is no number");
  }

  @Test
  void severalFilesAreOneTable() throws IOException {
    Files.writeString(folder.resolve("b.csv"), hours(1, 2, 3, 4).replace("01-01", "01-02"));
    String rows = hours(IntStream.range(0, 24).asDoubleStream().toArray());
    Experiment both = experiment(rows, "targets: [load]");
    both =
        new Experiment(
            """
            data: {source: %s, batch: 4, split: {fractions: [0.5, 0.25, 0.25]}}
            series: {targets: [load]}
            window: {past: 2, horizon: 1}
            """
                .formatted(folder + "/*.csv"));
    assertThat(load(both)).hasSize(28).endsWith(22, 23, 1, 2, 3, 4);
  }

  @Test
  void aTableShorterThanAWindowIsRefused() throws IOException {
    Experiment experiment = experiment(hours(1, 2, 3, 4), "targets: [load]");
    SplitSeries split = experiment.read(Split.TEST);

    assertThatThrownBy(() -> experiment.fit(split).windows(split, Split.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a window has 3 steps (past 2, gap 0, horizon 1)");
  }

  @Test
  void anEmptyCovariateIsRefusedAndAConstantSeriesTold() throws IOException {
    String rows =
        hours(5, 5, 5, 5, 5, 5, 5, 5).replace(".0\n", ".0,\n").replace("load\n", "load,t\n");
    Experiment empty = experiment(rows, "targets: [load], past: [t]");
    SplitSeries split = empty.read(Split.TEST);
    assertThatThrownBy(() -> empty.fit(split))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'t' has no value in the training span");

    Experiment constant = experiment(rows, "targets: [load]");
    Windows windows =
        constant.fit(constant.read(Split.TEST)).windows(constant.read(Split.TEST), Split.TEST);
    assertThat(constant.notices.get(0)).contains("'load' is constant");
    assertThat(windows.scale(0, 0)).isEqualTo(new Scale(5, 1));
  }

  @Test
  void stampsWithoutAFrequencyAreRefused() {
    StringBuilder rows = new StringBuilder("timestamp,load\n");
    for (int i = 0; i < 40; i++) {
      rows.append("2024-01-01 %02d:%02d,1%n".formatted(i / 2, i % 2 * 30 + i * i % 29));
    }
    assertThatThrownBy(() -> load(experiment(rows.toString(), "targets: [load]")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("irregular stamps");
  }

  @Test
  void oneWrongStampDoesNotFillTheMemory() {
    String rows = hours(1, 2, 3, 4) + "9999-01-01 00:00,5\n";
    assertThatThrownBy(() -> load(experiment(rows, "targets: [load]")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file + ":6 (9999-01-01T00:00)")
        .hasMessageContaining("mend the stamp");
  }

  @Test
  void numbersThatNetsCannotHoldAreBadRows() throws IOException {
    Experiment experiment = experiment(hours(1, 2, 1e300, 4), "targets: [load]");

    assertThat(load(experiment)).containsExactly(1, 2, 3, 4);
    assertThat(experiment.notices.get(0)).contains("1.0E300", file + ":4");
  }
}
