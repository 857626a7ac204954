package org.unroll.core.ui;

import org.deeplearning4j.ui.model.stats.api.StatsType;
import org.deeplearning4j.ui.model.stats.api.StatsUpdateConfiguration;

/**
 * What is collected at a point of the charts: exactly what DL4J's pages draw, nothing else. DL4J's
 * default also collects histograms of gradients and activations that no page shows.
 *
 * @param every iterations between two points, at least 1
 */
record ChartStatistics(int every) implements StatsUpdateConfiguration {
  private static final int HISTOGRAM_BINS = 20;

  @Override
  public int reportingFrequency() {
    return every;
  }

  @Override
  public boolean collectPerformanceStats() {
    return true;
  }

  @Override
  public boolean collectMemoryStats() {
    return true;
  }

  @Override
  public boolean collectGarbageCollectionStats() {
    return true;
  }

  @Override
  public boolean collectLearningRates() {
    return true;
  }

  @Override
  public boolean collectHistograms(StatsType type) {
    return type == StatsType.Parameters || type == StatsType.Updates;
  }

  @Override
  public int numHistogramBins(StatsType type) {
    return HISTOGRAM_BINS;
  }

  @Override
  public boolean collectMean(StatsType type) {
    return type == StatsType.Activations;
  }

  @Override
  public boolean collectStdev(StatsType type) {
    return type != StatsType.Parameters;
  }

  @Override
  public boolean collectMeanMagnitudes(StatsType type) {
    return type == StatsType.Parameters || type == StatsType.Updates;
  }
}
