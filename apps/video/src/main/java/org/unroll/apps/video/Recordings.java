package org.unroll.apps.video;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.recording.Recording;
import org.unroll.datasets.recording.RecordingSources;
import org.unroll.datasets.recording.StoredPictures;
import org.unroll.datasets.sample.VideoSample;
import org.unroll.datasets.table.LazySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.video.FrameSettings;
import org.unroll.datasets.video.FrameStore;
import org.unroll.datasets.video.PictureFrames;

/** The recordings that a config names. Not thread-safe. */
final class Recordings {
  private static final long SAMPLE = 7; // the same videos whatever the seed of a run

  private final RecordingSources sources;
  private final Source<List<Recording>> source;
  private final Map<String, Recording> found = new HashMap<>(); // to label, by name or place

  Recordings(VideoConfig config, DataAccess access) {
    FrameSettings settings =
        new FrameSettings(config.picture(), config.rate(), config.data().rate());
    this.sources =
        new RecordingSources(
            config.data(), new StoredPictures(new FrameStore(settings, access)), access);
    this.source =
        new LazySource<>(
            () -> sources.open(() -> sources.parts(VideoSample.folder(access, SAMPLE))));
  }

  List<Recording> of(Split split) {
    return source.read(split);
  }

  Source<List<Recording>> source() {
    return source;
  }

  /** Of a file or folder of the user's, with labels. */
  List<Recording> labelled(Path place) {
    return sources.labelled(place);
  }

  /** The same without; {@link #find} knows those of pictures from now on. */
  List<Recording> unlabelled(Path place) {
    return toFind(sources.unlabelled(place));
  }

  /** Those that {@link #find} knows from now on. */
  List<Recording> toFind(List<Recording> all) {
    for (Recording each : all) {
      if (each.frames() instanceof PictureFrames) {
        found.put(each.name(), each);
      }
    }
    return all;
  }

  /**
   * The one recording in a place, as it is typed.
   *
   * @throws UserError if there are several
   */
  Recording only(String place) {
    if (place.isBlank()) {
      throw new UserError("no name of a video; expected a file or a folder of pictures");
    }
    List<Recording> all = sources.unlabelled(path(place));
    if (all.size() > 1) {
      throw new UserError(
          "%s: it has %d recordings, expected one; give them with --in %s"
              .formatted(place, all.size(), place));
    }
    if (all.get(0).frames() instanceof PictureFrames) {
      found.put(place, all.get(0));
    }
    return all.get(0);
  }

  private static Path path(String place) {
    try {
      return Path.of(place);
    } catch (InvalidPathException e) {
      throw new UserError("%s: is no name of a file".formatted(place), e);
    }
  }

  /**
   * The recording of pictures of that name, or at that path.
   *
   * @throws UserError if there is none, or it has features
   */
  Recording find(String video) {
    if (!found.containsKey(video) && !(only(video).frames() instanceof PictureFrames)) {
      throw new UserError(video + ": has numbers by frame; expected a video, or the numbers");
    }
    return found.get(video);
  }

  /** Checks what a part is read from, before it is read. */
  void require(Split split) {
    source.require(split);
  }

  Map<String, String> digests() {
    return source.digests();
  }
}
