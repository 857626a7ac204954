package org.unroll.datasets.window;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.unroll.core.SinglePrecision;

/**
 * The forecasts of the model before the net, kept once they are made: every epoch reads them again.
 * Thread-safe.
 */
final class FirstForecasts {
  /** Numbers that are kept at most, 64 MiB; with more, none are. */
  private static final long MOST = 1L << 24;

  private final ScaledForecaster model;
  private final AtomicReferenceArray<float[]> known; // by window

  /**
   * @param numbers of all windows
   */
  FirstForecasts(ScaledForecaster model, int windows, long numbers) {
    this.model = model;
    this.known = new AtomicReferenceArray<>(numbers <= MOST ? windows : 0);
  }

  /**
   * As {@link ScaledForecaster#scaled}.
   *
   * @return not to be changed
   */
  float[] of(Windows windows, int window) {
    if (known.length() == 0) {
      return SinglePrecision.of(model.scaled(windows, window));
    }
    float[] found = known.get(window);
    if (found == null) { // made twice if two threads come at once, to the same numbers
      found = SinglePrecision.of(model.scaled(windows, window));
      known.set(window, found);
    }
    return found;
  }
}
