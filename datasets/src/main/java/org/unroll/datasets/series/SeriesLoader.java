package org.unroll.datasets.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;

/** From files to regular series with all columns of the config; tells what it repaired. */
final class SeriesLoader {
  private final SeriesConfig config;
  private final SeriesData data;
  private final DataAccess access;

  SeriesLoader(SeriesConfig config, SeriesData data, DataAccess access) {
    this.config = config;
    this.data = data;
    this.access = access;
  }

  SeriesConfig config() {
    return config;
  }

  /** The rows of a file; bad ones are reported. */
  RawTable read(Path file) {
    return new SeriesTables(config, data.files().tables()).read(file, access);
  }

  /** Checks that a file has its columns. */
  void head(Path file) {
    new SeriesTables(config, data.files().tables()).head(file);
  }

  /** The rows of files that are one table; of those without stamps each goes on. */
  RawTable read(List<Path> files) {
    List<RawTable> tables = files.stream().map(this::read).toList();
    boolean rows = config.layout() == SeriesConfig.Layout.ROWS;
    return tables.size() == 1
        ? tables.get(0)
        : joined(rows ? RowsInTurn.of(tables, config.countedFrequency()) : tables);
  }

  /** The rows of a file beside the config's own data, read as that is. */
  RawTable given(Path file) {
    Tables tables = data.files().tables().renamed(access.columns());
    return new SeriesTables(config, tables).read(file, access);
  }

  /** The series of a table, repaired and with their derived columns. */
  List<Series> regular(RawTable table) {
    return repaired(table, frequency(table));
  }

  /**
   * The same of a table whose steps must be as long as others.
   *
   * @throws UserError if they are not
   */
  List<Series> regular(RawTable table, Frequency trained) {
    if (table.stamps() == TimeAxis.Stamps.NONE || !FrequencyGuess.canTell(table)) {
      return repaired(table, trained);
    }
    Frequency found = FrequencyGuess.of(table, config.zoneId());
    boolean given = config.frequency().isPresent(); // rows may be few and far between
    if (!given || !FrequencyGuess.occurs(trained, table)) {
      trained.require(found, table.source());
    }
    return repaired(table, found.isMonthly() ? found : trained);
  }

  /** Where a stamp lies among the steps of a series. */
  long placed(long second, TimeAxis axis) {
    return axis.stamped() ? axis.frequency().placed(second, config.zoneId()) : second;
  }

  private Frequency frequency(RawTable table) {
    if (table.stamps() == TimeAxis.Stamps.NONE) {
      return config.countedFrequency();
    }
    Optional<Frequency> given = config.frequency().flatMap(Frequency::parse);
    if (given.isEmpty()) {
      return FrequencyGuess.of(table, config.zoneId());
    }
    return given.get().isMonthly()
        ? MonthSteps.anchored(table, config.zoneId(), given.get())
        : given.get();
  }

  private List<Series> repaired(RawTable table, Frequency frequency) {
    if (!frequency.isDated()) {
      FrequencyGuess.refuseMixed(table, frequency);
    }
    Findings findings = new Findings();
    SeriesRepair repair = new SeriesRepair(config, table, frequency, findings);
    List<Series> all = new ArrayList<>();
    int rows = 0;
    for (RawSeries raw : table.series()) {
      rows += raw.rows().size();
      all.add(repair.regular(raw).with(config.derive()));
    }
    refuseIrregular(table, repair.offGrid(), rows);
    TableRows<Series> told = new TableRows<>(List.of(), repair.offGrid(), rows, List.of());
    data.files().tables().requireFewBad(table.source(), told);
    told.reported(table.source(), access);
    findings.report(table.source(), access.notices());
    return all;
  }

  /** Where most stamps are off, there is no frequency to speak of. */
  private static void refuseIrregular(RawTable table, List<BadRow> offGrid, long rows) {
    if (offGrid.size() > rows / 4) {
      throw new UserError(
          "%s: irregular stamps: %,d of %,d rows are not whole steps apart, the first in %s. A series needs steps of one length: bring it to one, or set series.frequency"
              .formatted(table.source(), offGrid.size(), rows, offGrid.get(0).origin()));
    }
  }

  /** The rows of several tables as one: the same series goes on in the next table. */
  static RawTable joined(List<RawTable> tables) {
    Map<String, List<RawSeries.Step>> rows = new LinkedHashMap<>();
    List<String> sources = new ArrayList<>();
    for (RawTable table : tables) {
      sources.add(table.source());
      for (RawSeries series : table.series()) {
        rows.computeIfAbsent(series.id(), id -> new ArrayList<>()).addAll(series.rows());
      }
    }
    List<RawSeries> all = new ArrayList<>();
    rows.forEach((id, found) -> all.add(new RawSeries(id, found)));
    RawTable first = tables.get(0);
    return new RawTable(String.join(" and ", sources), first.columns(), all, first.stamps());
  }
}
