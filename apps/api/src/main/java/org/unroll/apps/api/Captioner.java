package org.unroll.apps.api;

import java.nio.file.Path;
import org.unroll.apps.caption.CaptionInput;
import org.unroll.apps.caption.PictureCaption;
import org.unroll.core.model.SharedModel;
import org.unroll.core.model.Sharing;

/**
 * A sentence for a picture: a net of {@code caption}. Thread-safe.
 *
 * <pre>{@code
 * try (Captioner captioner = Captioner.load(Path.of("runs/caption/20261120-120000-first"))) {
 *   PictureCaption answer = captioner.predict(Path.of("beach.jpg"));
 *   System.out.println(answer.caption());
 * }
 * }</pre>
 */
public final class Captioner extends TrainedNet<CaptionInput, PictureCaption> {
  private static final Door<CaptionInput, PictureCaption> DOOR =
      new Door<>("caption", CaptionInput.class, PictureCaption.class);

  private Captioner(SharedModel<CaptionInput, PictureCaption> model) {
    super(model);
  }

  /**
   * Opens the best net of a run.
   *
   * @param run its directory
   * @throws org.unroll.core.UserError if it is a run of another app, has no trained net, or is
   *     damaged
   */
  public static Captioner load(Path run) {
    return load(run, Sharing.DEFAULT);
  }

  /**
   * @param sharing how requests share batches
   * @param settings {@code key=value} that override the run's config, such as {@code threads=1}
   */
  public static Captioner load(Path run, Sharing sharing, String... settings) {
    return new Captioner(DOOR.open(run, sharing, settings));
  }

  /**
   * Describes one picture.
   *
   * @param picture a file
   */
  public PictureCaption predict(Path picture) {
    return predictOnly(picture);
  }
}
