package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.unroll.datasets.video.PictureFrames;

/** Opens frames that are pictures. */
public interface PictureSource {
  /**
   * The frames of a video file, or of a folder whose pictures are frames in the order of their
   * names.
   *
   * @throws org.unroll.core.UserError if it has no frames that can be read
   */
  Footage open(Path videoOrFolder);

  /** Told of all that will be opened, so that they can be decoded side by side. */
  default void prepare(List<Path> videosAndFolders) {}

  /**
   * Frames in this order, a picture file each.
   *
   * @throws org.unroll.core.UserError if one cannot be read
   */
  PictureFrames pictures(List<Path> files);

  /**
   * Frames, and what label files need to know of them.
   *
   * @param rate frames a second; empty of a folder of pictures
   * @param counted how many frames the file itself has, which label files count
   * @param places which of those each frame is; not to be changed
   * @param seconds when each is shown, after the first of the file; not to be changed
   */
  record Footage(
      PictureFrames frames, OptionalDouble rate, int counted, int[] places, double[] seconds) {
    /** Frames a second of the file itself, on average; empty if there is but one. */
    OptionalDouble ownRate() {
      int last = places.length - 1;
      double time = seconds[last] - seconds[0];
      return time > 0
          ? OptionalDouble.of((places[last] - places[0]) / time)
          : OptionalDouble.empty();
    }
  }
}
