/**
 * Forecast: a window of past hours to the next hours, with quantiles. Start at {@link
 * org.unroll.apps.forecast.ForecastApp}.
 */
package org.unroll.apps.forecast;
