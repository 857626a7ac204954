package org.unroll.datasets.window;

import java.util.List;
import java.util.Map;

/**
 * What a forecast is made from.
 *
 * @param series its id; empty if there is one only
 * @param start second since 1970 (UTC) of the first value
 * @param step seconds from value to value
 * @param stamped false if the data has no time stamps
 * @param values column to values; those of the targets end where the forecast starts, the others
 *     reach to its end where they are known
 */
public record ForecastInput(
    String series, long start, long step, boolean stamped, Map<String, List<Double>> values) {}
