package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
   */
  record Footage(PictureFrames frames, OptionalDouble rate, int counted, int[] places) {
    /** All frames that the file has. */
    static Footage whole(PictureFrames frames, OptionalDouble rate) {
      return new Footage(
          frames, rate, frames.length(), IntStream.range(0, frames.length()).toArray());
    }
  }
}
