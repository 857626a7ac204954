package org.unroll.apps.sentiment;

import java.util.Optional;
import java.util.function.Supplier;
import org.unroll.datasets.ngrams.NgramFit;
import org.unroll.datasets.ngrams.Ngrams;

/**
 * The linear model over words and pairs that stands beside the net, and before it if the graph
 * reads it. Fitted when it is first asked for: a function of config and data, so that a resumed run
 * finds the same. Not thread-safe.
 */
final class TextNgrams {
  private final Supplier<NgramFit> fitting;
  private Optional<Ngrams> model;
  private Optional<NgramFit> fit = Optional.empty();

  /**
   * @param model if it was fitted before
   * @param fitting on the training texts
   */
  TextNgrams(Optional<Ngrams> model, Supplier<NgramFit> fitting) {
    this.model = model;
    this.fitting = fitting;
  }

  private NgramFit fit() {
    if (fit.isEmpty()) {
      fit = Optional.of(fitting.get());
      model = fit.map(NgramFit::model);
    }
    return fit.get();
  }

  /** Fitted on all training texts. */
  Ngrams model() {
    return model.orElseGet(() -> fit().model());
  }

  /** The same if that was done. */
  Optional<Ngrams> fitted() {
    return model;
  }

  /** What models say of the training texts that were fitted without them. */
  float[][] leftOut() {
    return fit().leftOut();
  }
}
