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

  List<Sample> draw(WindowForecast net, int epoch) {
    Windows shown = validation.only(Spread.of(validation.size(), COUNT));
    Sample[] samples = new Sample[shown.size()];
    net.forecast(
        shown, (window, forecast) -> samples[window] = sample(shown, window, epoch, forecast));
    return List.of(samples);
  }

  /** The first target alone. */
  private Sample sample(Windows shown, int window, int epoch, double[][][] forecast) {
    KnownPast past = KnownPast.of(shown, window);
    List<String> times = new ArrayList<>(past.times());
    for (int step = 0; step < config.window().horizon(); step++) {
      times.add(shown.label(window, step));
    }
    return new Sample.Series(
        epoch,
        window,
        shown.series().get(shown.seriesOf(window)).id(),
        times,
        past.values(),
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
