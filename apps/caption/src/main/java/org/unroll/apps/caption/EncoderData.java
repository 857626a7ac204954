package org.unroll.apps.caption;

import java.util.List;
import java.util.Map;
import org.unroll.core.SinglePrecision;
import org.unroll.core.app.Net;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Split;
import org.unroll.core.metric.LabelSets;
import org.unroll.datasets.caption.CaptionedPicture;
import org.unroll.datasets.caption.PictureBatches;
import org.unroll.datasets.image.Augmentation;

/** The pictures that an encoder learns from, with the words of their captions. */
record EncoderData(CaptionConfig config, FittedCaptions fitted, CaptionedData data) {
  private static final int SCORED = 64; // pictures at once
  private static final double THRESHOLD = 0.5;

  Batches training() {
    List<CaptionedPicture> training = data.of(Split.TRAIN);
    EncoderConfig encoder = config.encoder().orElseThrow();
    return batches(training)
        .training(
            labels(training),
            new BatchOrder(encoder.batch(), config.seed(), true),
            new Augmentation(config.picture().augment(), config.seed()));
  }

  private PictureBatches batches(List<CaptionedPicture> pictures) {
    return new PictureBatches(
        fitted.pictures(), pictures.stream().map(CaptionedPicture::content).toList());
  }

  private boolean[][] labels(List<CaptionedPicture> pictures) {
    return fitted
        .words()
        .of(pictures.stream().map(CaptionedPicture::captions).toList(), fitted.language().cutter());
  }

  /** How well it finds the words of the validation pictures. */
  Map<String, Double> validate(Net net) {
    List<CaptionedPicture> validation = data.of(Split.VALIDATION);
    double[][] said = new double[validation.size()][];
    net.outputs(
        batches(validation).all(SCORED),
        (picture, output) -> said[picture] = SinglePrecision.widened(output));
    return LabelSets.evaluate(labels(validation), said, fitted.words().words(), THRESHOLD)
        .metrics();
  }
}
