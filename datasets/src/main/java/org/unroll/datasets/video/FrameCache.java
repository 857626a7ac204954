package org.unroll.datasets.video;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.unroll.core.UserError;
import org.unroll.core.data.Progress.Work;
import org.unroll.core.run.UnwritableFile;
import org.unroll.datasets.catalog.CacheFolder;
import org.unroll.datasets.image.AugmentConfig;
import org.unroll.datasets.image.PictureConfig;
import org.unroll.datasets.table.BadCell;

/**
 * The folder of the files of frames. Their names are digests of what they depend on: the
 * recording's path, size and time of change, and the settings. Immutable and thread-safe.
 */
record FrameCache(CacheFolder folder, FrameSettings settings) {
  /** Of its files. */
  static final String KIND = "frames";

  /**
   * The frames of a recording, if they are there.
   *
   * @throws BadCell if the recording is not
   */
  Optional<DecodedFrames> find(FrameSource source) {
    Optional<DecodedFrames> found =
        DecodedFrames.open(file(source), settings.picture().pictureSize());
    found.ifPresent(frames -> CacheFolder.noteUse(frames.file()));
    return found;
  }

  /**
   * Decodes a recording.
   *
   * @param work told each frame
   * @throws BadCell if that is not possible
   * @throws UserError if the disk is full or may not be written to
   */
  DecodedFrames write(FrameSource source, Work work) {
    Path file = file(source);
    try {
      try {
        return write(source, file, work);
      } catch (NoSuchFileException e) {
        return write(source, file, work); // the folder was deleted while it was written to
      }
    } catch (IOException e) {
      throw new UserError(
          "cannot keep the frames of %s in %s: %s. Free some space there, or set UNROLL_CACHE to a folder on another disk."
              .formatted(
                  source.place(), folder.path(), UnwritableFile.isFull(e) ? "the disk is full" : e),
          e);
    }
  }

  private DecodedFrames write(FrameSource source, Path file, Work work) throws IOException {
    folder.prepare();
    return DecodedFrames.write(file, settings.picture().pictureSize(), source, work);
  }

  private Path file(FrameSource source) {
    PictureConfig picture = settings.picture();
    PictureConfig unchanged = // what is changed by chance in training is not in the frames
        new PictureConfig(
            picture.size(), picture.grey(), picture.resize(), picture.region(), AugmentConfig.NONE);
    String state = source.state();
    String rate = settings.rate().toString();
    String about =
        String.join(
            "\n", DecodedFrames.MAGIC, real(source.place()), state, unchanged.toString(), rate);
    return folder.file(DigestUtils.sha256Hex(about));
  }

  private static String real(Path recording) {
    try {
      return recording.toRealPath().toString();
    } catch (IOException e) {
      throw new BadCell(OtherVideo.name(recording));
    }
  }
}
