package org.unroll.datasets.series;

import java.util.List;

/**
 * What a file gave.
 *
 * @param source the file
 * @param columns names of the values of each row
 * @param stamped false if the rows have no stamps
 */
record RawTable(String source, List<String> columns, List<RawSeries> series, boolean stamped) {}
