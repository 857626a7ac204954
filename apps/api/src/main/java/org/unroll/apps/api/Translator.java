package org.unroll.apps.api;

import java.nio.file.Path;
import org.unroll.core.model.SharedModel;
import org.unroll.core.model.Sharing;
import org.unroll.datasets.pair.Translation;
import org.unroll.datasets.text.TextInput;

/**
 * Sentences to sentences: a net of {@code translate}. Thread-safe.
 *
 * <pre>{@code
 * try (Translator translator = Translator.load(Path.of("runs/translate/20261120-120000-first"))) {
 *   Translation answer = translator.predict("she sees the old house .");
 *   System.out.println(answer.translation());
 * }
 * }</pre>
 */
public final class Translator extends TextNet<Translation> {
  private static final Door<TextInput, Translation> DOOR =
      new Door<>("translate", TextInput.class, Translation.class);

  private Translator(SharedModel<TextInput, Translation> model) {
    super(model);
  }

  /**
   * Opens the best net of a run.
   *
   * @param run its directory
   * @throws org.unroll.core.UserError if it is a run of another app, has no trained net, or is
   *     damaged
   */
  public static Translator load(Path run) {
    return load(run, Sharing.DEFAULT);
  }

  /**
   * @param sharing how requests share batches
   * @param settings {@code key=value} that override the run's config, such as {@code threads=1}
   */
  public static Translator load(Path run, Sharing sharing, String... settings) {
    return new Translator(DOOR.open(run, sharing, settings));
  }
}
