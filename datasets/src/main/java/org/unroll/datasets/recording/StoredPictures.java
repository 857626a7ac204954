package org.unroll.datasets.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.unroll.core.UserError;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.video.CachedFrames;
import org.unroll.datasets.video.FrameStore;
import org.unroll.datasets.video.PictureFrames;

/** Frames out of a {@link FrameStore}. Immutable and thread-safe. */
public record StoredPictures(FrameStore store) implements PictureSource {
  @Override
  public Footage open(Path videoOrFolder) {
    CachedFrames frames = opened(videoOrFolder, () -> store.open(videoOrFolder));
    return new Footage(
        frames,
        Files.isDirectory(videoOrFolder)
            ? OptionalDouble.empty()
            : OptionalDouble.of(frames.rate()),
        frames.counted(),
        IntStream.range(0, frames.length()).map(frames::number).toArray(),
        IntStream.range(0, frames.length()).mapToDouble(frames::seconds).toArray());
  }

  @Override
  public PictureFrames pictures(List<Path> files) {
    return opened(files.get(0), () -> store.openPictures(files));
  }

  @Override
  public void prepare(List<Path> videosAndFolders) {
    store.openAll(videosAndFolders); // those that are bad are told when they are opened
  }

  private static CachedFrames opened(Path recording, Supplier<CachedFrames> opening) {
    try {
      return opening.get();
    } catch (BadCell e) {
      throw new UserError(recording + ": " + e.getMessage(), e);
    }
  }
}
