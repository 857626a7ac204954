package org.unroll.datasets.video;

import java.util.OptionalDouble;
import org.unroll.core.UserError;
import org.unroll.datasets.image.PictureConfig;

/**
 * What is made of recordings.
 *
 * @param picture of each frame
 * @param rate frames taken a second; empty to take all
 * @param folderRate frames a second in folders of pictures, which do not say
 */
public record FrameSettings(PictureConfig picture, OptionalDouble rate, double folderRate) {
  /** That of most cameras in Europe, and of folders where nothing else is known. */
  public static final double FOLDER_RATE = 25;

  static final double FASTEST = 1000;

  public FrameSettings {
    requireRate(folderRate);
    rate.ifPresent(FrameSettings::requireRate);
  }

  /** All frames. */
  public FrameSettings(PictureConfig picture) {
    this(picture, OptionalDouble.empty(), FOLDER_RATE);
  }

  private static void requireRate(double rate) {
    if (!(rate > 0 && rate <= FASTEST)) {
      throw new UserError(
          "a rate of %s frames a second; expected one above 0 and up to %.0f"
              .formatted(rate, FASTEST));
    }
  }
}
