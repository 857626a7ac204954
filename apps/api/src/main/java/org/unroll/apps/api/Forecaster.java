package org.unroll.apps.api;

import java.nio.file.Path;
import org.unroll.core.model.SharedModel;
import org.unroll.core.model.Sharing;
import org.unroll.datasets.window.ForecastInput;
import org.unroll.datasets.window.ForecastPrediction;

/**
 * What comes after the end of a series: a net of {@code forecast}. Thread-safe.
 *
 * <pre>{@code
 * try (Forecaster forecaster = Forecaster.load(Path.of("runs/forecast/20261120-120000-first"))) {
 *   ForecastPrediction answer = forecaster.predict(Path.of("load.csv"));
 *   System.out.println(answer.times() + " " + answer.forecast());
 * }
 * }</pre>
 */
public final class Forecaster extends TrainedNet<ForecastInput, ForecastPrediction> {
  private static final Door<ForecastInput, ForecastPrediction> DOOR =
      new Door<>("forecast", ForecastInput.class, ForecastPrediction.class);

  private Forecaster(SharedModel<ForecastInput, ForecastPrediction> model) {
    super(model);
  }

  /**
   * Opens the best net of a run.
   *
   * @param run its directory
   * @throws org.unroll.core.UserError if it is a run of another app, has no trained net, or is
   *     damaged
   */
  public static Forecaster load(Path run) {
    return load(run, Sharing.DEFAULT);
  }

  /**
   * @param sharing how requests share batches
   * @param settings {@code key=value} that override the run's config, such as {@code threads=1}
   */
  public static Forecaster load(Path run, Sharing sharing, String... settings) {
    return new Forecaster(DOOR.open(run, sharing, settings));
  }

  /**
   * Forecasts the only series of a table, from its last row with a target on.
   *
   * @param table a file such as the one that the net was trained on, with hours enough for a window
   */
  public ForecastPrediction predict(Path table) {
    return predictOnly(table);
  }
}
