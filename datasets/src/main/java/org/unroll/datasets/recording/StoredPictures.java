package org.unroll.datasets.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.unroll.core.UserError;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.video.CachedFrames;
import org.unroll.datasets.video.FrameStore;
import org.unroll.datasets.video.PictureFrames;

/** Frames out of a {@link FrameStore}. Immutable and thread-safe. */
public record StoredPictures(FrameStore store) implements PictureSource {
  @Override
  public Footage open(Path videoOrFolder) {
    CachedFrames frames = opened(videoOrFolder, List.of());
    return new Footage(
        frames,
        Files.isDirectory(videoOrFolder)
            ? OptionalDouble.empty()
            : OptionalDouble.of(frames.rate()),
        frames.tally().counted(),
        frames.tally().places());
  }

  @Override
  public PictureFrames pictures(List<Path> files) {
    return opened(files.get(0).toAbsolutePath().getParent(), files);
  }

  @Override
  public void prepare(List<Path> videosAndFolders) {
    store.openAll(videosAndFolders); // those that are bad are told when they are opened
  }

  private CachedFrames opened(Path recording, List<Path> files) {
    try {
      return files.isEmpty() ? store.open(recording) : store.open(recording, files);
    } catch (BadCell e) {
      throw new UserError(recording + ": " + e.getMessage(), e);
    }
  }
}
