package org.unroll.apps.caption;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.SinglePrecision;
import org.unroll.core.app.FirstStage;
import org.unroll.core.app.Net;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.metric.LabelSetAnswers;
import org.unroll.datasets.caption.CaptionedPicture;
import org.unroll.datasets.caption.PictureBatches;
import org.unroll.datasets.image.Augmentation;

/**
 * The training of an encoder on the words of the captions, which is what makes a CNN look at the
 * picture: the gradient through a language model, which guesses most words without it, is weak. Not
 * thread-safe.
 */
final class EncoderStage implements FirstStage {
  private static final int SCORED = 64; // pictures at once
  private static final double THRESHOLD = 0.5;

  private final CaptionConfig config;
  private final EncoderConfig encoder;
  private final EncoderGraph graph;
  private final FittedCaptions fitted;
  private final CaptionedData data;
  private final Seeing seeing;
  private Batches training; // made when first asked for
  private int[][] validation; // the words of the pictures, likewise

  /**
   * @param seeing by the trained encoder
   */
  EncoderStage(
      CaptionConfig config,
      EncoderGraph graph,
      FittedCaptions fitted,
      CaptionedData data,
      Seeing seeing) {
    this.config = config;
    this.encoder = config.encoder().orElseThrow();
    this.graph = graph;
    this.fitted = fitted;
    this.data = data;
    this.seeing = seeing;
  }

  @Override
  public String name() {
    return "encoder";
  }

  @Override
  public GraphSpec graph() {
    return graph.spec();
  }

  @Override
  public GraphPorts ports() {
    return graph.ports();
  }

  @Override
  public Optional<TrainConfig> train() {
    return encoder.train();
  }

  @Override
  public Batches training() {
    if (training == null) {
      training =
          batches(Split.TRAIN)
              .training(
                  words(Split.TRAIN),
                  fitted.words().words().size(),
                  new BatchOrder(encoder.batch(), config.seed(), true),
                  new Augmentation(config.picture().augment(), config.seed()));
    }
    return training;
  }

  private PictureBatches batches(Split split) {
    return new PictureBatches(
        fitted.pictures(), data.of(split).stream().map(CaptionedPicture::content).toList());
  }

  private int[][] words(Split split) {
    List<List<String>> captions = data.of(split).stream().map(CaptionedPicture::captions).toList();
    return fitted.words().of(captions, fitted.language().cutter());
  }

  /** How well it finds the words of the validation pictures. */
  @Override
  public Map<String, Double> validate(Net net) {
    if (validation == null) {
      validation = words(Split.VALIDATION);
    }
    double[][] said = new double[validation.length][];
    net.outputs(
        batches(Split.VALIDATION).all(SCORED),
        (picture, output) -> said[picture] = SinglePrecision.widened(output));
    return new LabelSetAnswers(fitted.words().words(), validation, said, THRESHOLD)
        .score()
        .metrics();
  }

  @Override
  public void take(Path trained) {
    seeing.take(trained);
  }
}
