package org.unroll.apps.forecast.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.ForecastErrors;
import org.unroll.core.metric.Levels;
import org.unroll.core.metric.Table;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.window.Scale;
import org.unroll.datasets.window.SeasonalNaive;
import org.unroll.datasets.window.Windows;

/**
 * Rolling-origin evaluation: every window of a split is forecast and counted.
 *
 * @param windows all of the split's
 * @param errors of the seasonal naive forecast on the steps before the split, for MASE: by series,
 *     then by target
 * @param standardised whether errors are of values standardised with the training span
 */
public record Backtest(
    Windows windows, double[][] errors, SeriesConfig config, boolean standardised) {

  /** Of a split, errors in the units of the data. */
  public static Backtest of(Windows windows, SplitSeries series, Split split, SeriesConfig config) {
    double[][] errors = new double[series.series().size()][windows.targets()];
    for (int i = 0; i < errors.length; i++) {
      SplitSeries.Cut cut = series.parts().get(i);
      int known = split == Split.TRAIN ? cut.train() : cut.from(split);
      Series each = series.series().get(i);
      for (int target = 0; target < windows.targets(); target++) {
        String name = config.targetNames().get(target);
        errors[i][target] =
            new SeasonalNaive(windows.season())
                .error(each.values(name), known == 0 ? each.length() : known);
      }
    }
    return new Backtest(windows, errors, config, false);
  }

  /** The same, errors of standardised values or not. */
  public Backtest standardised(boolean wanted) {
    return new Backtest(windows, errors, config, wanted);
  }

  /** Metrics and tables. */
  public Evaluation score(WindowForecast model, Levels levels) {
    return score(model, levels, (window, forecast) -> {});
  }

  /** The same with charts. */
  public Evaluation draw(WindowForecast model, Levels levels) {
    Response response = new Response(windows, config, levels);
    WorstDays worst = new WorstDays(windows, config, levels);
    Evaluation scored =
        score(
            model,
            levels,
            (window, forecast) -> {
              response.add(window, forecast);
              worst.add(window, forecast);
            });
    List<Table> drawn = scored.tables().stream().filter(ErrorTables::isDrawn).toList();
    List<Chart> charts = new ArrayList<>(ErrorTables.charts(drawn));
    charts.addAll(response.charts(note()));
    charts.addAll(worst.charts(note()));
    charts.addAll(scored.charts());
    return new Evaluation(scored.metrics(), scored.tables(), charts).detailed(scored.details());
  }

  private Evaluation score(WindowForecast model, Levels levels, WindowForecast.Taker further) {
    ForecastErrors sum = new ForecastErrors(levels, seasonalErrors(), day());
    ErrorTables tables = new ErrorTables(windows, config.hourEnding());
    model.forecast(
        windows,
        (window, forecast) -> {
          for (int target = 0; target < forecast.length; target++) {
            Scale scale = standardised ? windows.trainingScale(target) : new Scale(0, 1);
            double[] truth = scaled(windows.truth(window, target), scale);
            double[][] rows = new double[forecast[target].length][];
            for (int level = 0; level < rows.length; level++) {
              rows[level] = scaled(forecast[target][level], scale);
            }
            sum.add(windows.seriesOf(window) * windows.targets() + target, truth, rows);
            tables.add(window, truth, levels.point(rows));
          }
          further.take(window, forecast);
        });
    return new Evaluation(sum.metrics(), tables(sum, tables), sum.charts()).detailed(sum.details());
  }

  private List<Table> tables(ForecastErrors sum, ErrorTables errors) {
    List<Table> tables = new ArrayList<>();
    for (Table table : errors.tables(bySeries())) {
      tables.add(new Table(table.title() + note(), table.header(), table.rows()));
    }
    List<List<String>> counts = new ArrayList<>();
    counts.add(List.of("windows", String.format(Locale.ROOT, "%d", windows.size())));
    counts.add(List.of("values", String.format(Locale.ROOT, "%d", sum.count())));
    if (sum.zeros() > 0) {
      counts.add(List.of("values that are 0, left out of mape", Long.toString(sum.zeros())));
    }
    tables.add(new Table("Counted" + note(), List.of("what", "count"), counts));
    return tables;
  }

  /** Of every title, where the forecasts see what was not known when they would have been made. */
  private String note() {
    return config.remark().isEmpty() ? "" : " (" + config.remark() + ")";
  }

  private static double[] scaled(double[] values, Scale scale) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (values[i] - scale.mean()) / scale.deviation();
    }
    return scaled;
  }

  private double[] seasonalErrors() {
    double[] flat = new double[errors.length * windows.targets()];
    for (int i = 0; i < flat.length; i++) {
      int target = i % windows.targets();
      double unit = standardised ? windows.trainingScale(target).deviation() : 1;
      flat[i] = errors[i / windows.targets()][target] / unit;
    }
    return flat;
  }

  /** None where several targets of a series are counted together. */
  private double[] bySeries() {
    double[] all = seasonalErrors();
    if (windows.targets() > 1) {
      all = new double[errors.length];
      Arrays.fill(all, Double.NaN);
    }
    return all;
  }

  private int day() {
    int day = windows.series().get(0).axis().frequency().stepsInDay();
    return day > 1 ? day : 0;
  }
}
