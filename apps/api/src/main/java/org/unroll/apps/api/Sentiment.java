package org.unroll.apps.api;

import java.nio.file.Path;
import org.unroll.core.model.SharedModel;
import org.unroll.core.model.Sharing;
import org.unroll.datasets.labelled.ClassPrediction;
import org.unroll.datasets.text.TextInput;

/**
 * Texts to classes: a net of {@code sentiment} with a softmax head. Thread-safe.
 *
 * <pre>{@code
 * try (Sentiment sentiment = Sentiment.load(Path.of("runs/sentiment/20261120-120000-first"))) {
 *   ClassPrediction answer = sentiment.predict("not bad at all");
 *   System.out.println(answer.label() + " " + answer.probability());
 * }
 * }</pre>
 */
public final class Sentiment extends TextNet<ClassPrediction> {
  private static final Door<TextInput, ClassPrediction> DOOR =
      new Door<>("sentiment", TextInput.class, ClassPrediction.class);

  private Sentiment(SharedModel<TextInput, ClassPrediction> model) {
    super(model);
  }

  /**
   * Opens the best net of a run.
   *
   * @param run its directory
   * @throws org.unroll.core.UserError if it is a run of another app, has no trained net, or is
   *     damaged
   */
  public static Sentiment load(Path run) {
    return load(run, Sharing.DEFAULT);
  }

  /**
   * @param sharing how requests share batches
   * @param settings {@code key=value} that override the run's config, such as {@code threads=1}
   */
  public static Sentiment load(Path run, Sharing sharing, String... settings) {
    return new Sentiment(DOOR.open(run, sharing, settings));
  }
}
