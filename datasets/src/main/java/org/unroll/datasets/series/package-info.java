/**
 * Time series: from tables with stamps to regular series, windows and batches. Start at {@link
 * org.unroll.datasets.series.SeriesSources}.
 */
package org.unroll.datasets.series;
