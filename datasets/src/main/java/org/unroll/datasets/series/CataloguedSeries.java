package org.unroll.datasets.series;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The data sets of the catalogue that hold series, each with the split of its papers. To add one: a
 * YAML file in the catalogue, and a constant here that says how to read it.
 */
enum CataloguedSeries {
  /** 17,420 hours (Zhou et al., AAAI 2021). */
  ETTH1(SeriesSplit.ofSteps(8_640, 2_880, 2_880)) {
    @Override
    RawTable read(Path folder, SeriesLoader loader) {
      return loader.read(folder.resolve("ETTh1.csv"));
    }
  },
  /** 20 zones and 11 stations; chronological 70/15/15 as in Gasparin et al., arXiv 1907.09207. */
  GEFCOM2012(SeriesSplit.ofFractions(0.7, 0.15, 0.15)) {
    @Override
    RawTable read(Path folder, SeriesLoader loader) {
      return new Gefcom2012(folder, loader.config()).table();
    }
  },
  /** 60,600 hours from 2005-01-01 01:00, as in Gasparin et al., arXiv 1907.09207. */
  GEFCOM2014(SeriesSplit.ofSteps(44_640, 7_032, 8_928)) {
    @Override
    RawTable read(Path folder, SeriesLoader loader) {
      return loader.read(folder.resolve("GEFCom2014-L_2001-2011.csv.gz"));
    }
  },
  /** 414 series; the last 48 hours of the training file validate, the test file tests. */
  M4_HOURLY(SeriesSplit.ofLast(48, 48)) {
    @Override
    RawTable read(Path folder, SeriesLoader loader) {
      RawTable train = loader.read(folder.resolve("Hourly-train.csv"));
      RawTable test = loader.read(folder.resolve("Hourly-test.csv"));
      return SeriesLoader.joined(
          RowsInTurn.of(List.of(train, test), loader.config().countedFrequency()));
    }
  };

  private final SeriesSplit split;

  CataloguedSeries(SeriesSplit split) {
    this.split = split;
  }

  /** The split of the papers. */
  SeriesSplit split() {
    return split;
  }

  /**
   * @param folder with the data set's files
   */
  abstract RawTable read(Path folder, SeriesLoader loader);

  /** Its name in the catalogue. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
