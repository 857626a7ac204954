package org.unroll.core.report;

import java.util.TreeSet;
import org.unroll.core.app.Sample;

/** Chooses the epoch of all samples at once. */
final class EpochSlider {
  private EpochSlider() {}

  /**
   * Adds a labelled slider from the first to the last epoch of those samples that show one epoch;
   * nothing if there are not two.
   */
  static void add(Html html, RunRecords run) {
    TreeSet<Integer> epochs = new TreeSet<>();
    for (SampleFigure.Kind<?> kind : SampleFigure.KINDS) {
      addEpochs(epochs, kind, run);
    }
    if (epochs.size() < 2) {
      return;
    }
    html.raw("<p class=\"epoch-slider\"><label for=\"epoch-of-all\">All examples at epoch</label>");
    html.raw(
        "<input type=\"range\" id=\"epoch-of-all\" min=\"%d\" max=\"%d\" step=\"1\">"
            .formatted(epochs.first(), epochs.last()));
    html.raw("<output for=\"epoch-of-all\"></output></p>");
  }

  private static <S extends Sample> void addEpochs(
      TreeSet<Integer> epochs, SampleFigure.Kind<S> kind, RunRecords run) {
    for (var samples : run.samplesOf(kind.sample())) {
      if (!kind.figure().apply(samples).bars().isEmpty()) {
        samples.forEach(sample -> epochs.add(sample.epoch()));
      }
    }
  }
}
