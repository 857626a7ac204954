package org.unroll.apps.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.unroll.apps.forecast.analysis.Rounded;
import org.unroll.apps.forecast.analysis.WindowForecast;
import org.unroll.core.app.Sample;
import org.unroll.core.data.Spread;
import org.unroll.datasets.window.Windows;

/** Forecasts of the same few windows, epoch by epoch, beside what came. */
record ForecastSamples(ForecastConfig config, Windows validation) {
  private static final int COUNT = 8;

  /** Known values before each forecast. */
  private static final int SHOWN = 48;

  List<Sample> draw(WindowForecast net, int epoch) {
    Windows shown = validation.only(Spread.of(validation.size(), COUNT));
    Sample[] samples = new Sample[shown.size()];
    net.forecast(
        shown, (window, forecast) -> samples[window] = sample(shown, window, epoch, forecast));
    return List.of(samples);
  }

  /** The first target alone. */
  private Sample sample(Windows shown, int window, int epoch, double[][][] forecast) {
    List<String> times = new ArrayList<>();
    double[] past = shown.past(window, 0);
    int known = Math.min(SHOWN, past.length);
    for (int i = known; i > 0; i--) {
      times.add(shown.label(window, -config.window().gap() - i));
    }
    for (int step = 0; step < config.window().horizon(); step++) {
      times.add(shown.label(window, step));
    }
    return new Sample.Series(
        epoch,
        window,
        shown.series().get(shown.seriesOf(window)).id(),
        times,
        Rounded.list(Arrays.copyOfRange(past, past.length - known, past.length)),
        Rounded.list(shown.truth(window, 0)),
        rounded(forecast[0]));
  }

  private Map<String, List<Double>> rounded(double[][] forecast) {
    double[][] rounded = new double[forecast.length][];
    for (int level = 0; level < rounded.length; level++) {
      rounded[level] = Arrays.stream(forecast[level]).map(Rounded::of).toArray();
    }
    return SeriesPredictor.byLevel(rounded, config.levels());
  }
}
