package org.unroll.datasets.window;

import java.util.List;
import java.util.Map;

/**
 * What a forecast is made from.
 *
 * @param series its id; empty if there is one only
 * @param start second since 1970 (UTC) of the first value
 * @param step from value to value: {@code 30m}, {@code 1h}, {@code 1d}, {@code 1w}, {@code 1mo}
 * @param stamped false if the data has no time stamps
 * @param values column to values; those of the targets end where the forecast starts, the others
 *     reach to its end where they are known
 */
public record ForecastInput(
    String series, long start, String step, boolean stamped, Map<String, List<Double>> values) {}
