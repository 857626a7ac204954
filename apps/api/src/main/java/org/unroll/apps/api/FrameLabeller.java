package org.unroll.apps.api;

import java.nio.file.Path;
import org.unroll.apps.video.VideoInput;
import org.unroll.apps.video.VideoPrediction;
import org.unroll.core.model.SharedModel;
import org.unroll.core.model.Sharing;

/**
 * A label, or numbers, for each frame of a recording: a net of {@code video}. Thread-safe.
 *
 * <pre>{@code
 * try (FrameLabeller labeller = FrameLabeller.load(Path.of("runs/video/20261120-120000-first"))) {
 *   VideoPrediction answer = labeller.predict(Path.of("clip.mp4"));
 *   System.out.println(answer.segments());
 * }
 * }</pre>
 */
public final class FrameLabeller extends TrainedNet<VideoInput, VideoPrediction> {
  private static final Door<VideoInput, VideoPrediction> DOOR =
      new Door<>("video", VideoInput.class, VideoPrediction.class);

  private FrameLabeller(SharedModel<VideoInput, VideoPrediction> model) {
    super(model);
  }

  /**
   * Opens the best net of a run.
   *
   * @param run its directory
   * @throws org.unroll.core.UserError if it is a run of another app, has no trained net, or is
   *     damaged
   */
  public static FrameLabeller load(Path run) {
    return load(run, Sharing.DEFAULT);
  }

  /**
   * @param sharing how requests share batches
   * @param settings {@code key=value} that override the run's config, such as {@code threads=1}
   */
  public static FrameLabeller load(Path run, Sharing sharing, String... settings) {
    return new FrameLabeller(DOOR.open(run, sharing, settings));
  }

  /**
   * Labels one recording.
   *
   * @param recording a video, a folder of pictures, or a table with the features of its frames
   */
  public VideoPrediction predict(Path recording) {
    return predictOnly(recording);
  }
}
