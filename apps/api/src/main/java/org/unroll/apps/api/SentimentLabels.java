package org.unroll.apps.api;

import java.nio.file.Path;
import org.unroll.core.model.SharedModel;
import org.unroll.core.model.Sharing;
import org.unroll.datasets.labelled.LabelsPrediction;
import org.unroll.datasets.text.TextInput;

/**
 * Texts to any number of labels: a net of {@code sentiment} with a sigmoid head. Thread-safe.
 *
 * <pre>{@code
 * try (SentimentLabels films = SentimentLabels.load(Path.of("runs/sentiment/20261120-120000-films"))) {
 *   LabelsPrediction answer = films.predict("a ghost tells a joke");
 *   System.out.println(answer.labels());
 * }
 * }</pre>
 */
public final class SentimentLabels extends TextNet<LabelsPrediction> {
  private static final Door<TextInput, LabelsPrediction> DOOR =
      new Door<>("sentiment", TextInput.class, LabelsPrediction.class);

  private SentimentLabels(SharedModel<TextInput, LabelsPrediction> model) {
    super(model);
  }

  /**
   * Opens the best net of a run.
   *
   * @param run its directory
   * @throws org.unroll.core.UserError if it is a run of another app, has no trained net, or is
   *     damaged
   */
  public static SentimentLabels load(Path run) {
    return load(run, Sharing.DEFAULT);
  }

  /**
   * @param sharing how requests share batches
   * @param settings {@code key=value} that override the run's config, such as {@code threads=1}
   */
  public static SentimentLabels load(Path run, Sharing sharing, String... settings) {
    return new SentimentLabels(DOOR.open(run, sharing, settings));
  }
}
