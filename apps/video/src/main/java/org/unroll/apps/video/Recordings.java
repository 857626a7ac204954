package org.unroll.apps.video;

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
import org.unroll.datasets.table.LazySource;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.video.FrameSettings;
import org.unroll.datasets.video.FrameStore;
import org.unroll.datasets.video.PictureFrames;

/** The recordings that a config names. Not thread-safe. */
final class Recordings {
  private final RecordingSources sources;
  private final Source<List<Recording>> source;
  private final Map<String, Recording> found = new HashMap<>(); // to label, by name or place

  Recordings(VideoConfig config, DataAccess access) {
    FrameSettings settings =
        new FrameSettings(config.picture(), config.rate(), config.data().rate());
    this.sources =
        new RecordingSources(
            config.data(), new StoredPictures(new FrameStore(settings, access)), access);
    this.source = new LazySource<>(() -> sources.open(() -> null));
  }

  List<Recording> of(Split split) {
    return source.read(split);
  }

  /** Of a file or folder of the user's, with labels. */
  List<Recording> labelled(Path place) {
    return sources.labelled(place);
  }

  /** The same without; {@link #find} knows those of pictures from now on. */
  List<Recording> unlabelled(Path place) {
    List<Recording> all = sources.unlabelled(place);
    for (Recording each : all) {
      if (each.frames() instanceof PictureFrames) {
        found.put(each.name(), each);
        if (all.size() == 1) {
          found.put(place.toString(), each);
        }
      }
    }
    return all;
  }

  /**
   * The recording of pictures of that name, or the only one at that path.
   *
   * @throws UserError if there is none, or more than one
   */
  Recording find(String video) {
    return found.containsKey(video) ? found.get(video) : one(video);
  }

  /** The same at a path, of pictures or features. */
  Recording one(String place) {
    List<Recording> all = unlabelled(PlainTextFile.path("input", place));
    if (all.size() > 1) {
      throw new UserError(
          "%s: it has %d recordings; name one of them, or all with --in"
              .formatted(place, all.size()));
    }
    return all.get(0);
  }

  Map<String, String> digests() {
    return source.digests();
  }
}
