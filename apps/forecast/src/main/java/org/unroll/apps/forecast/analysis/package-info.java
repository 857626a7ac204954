/** What forecasts are worth: the backtest, its tables and charts. Knows no net. */
package org.unroll.apps.forecast.analysis;
