package org.unroll.datasets.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.TableFormat;
import org.unroll.datasets.video.FeatureFrames;

/** Reads whatever the user has recordings in: a folder, a table, a video. */
record RecordingReader(FrameFiles files) {
  /**
   * At least one, no two of one name.
   *
   * @param labelled whether they must have labels; without, those that are there are left alone
   * @throws UserError with file and line, if they cannot be read
   */
  List<Recording> read(Path place, boolean labelled) {
    List<Recording> recordings = any(place, labelled);
    Recording first = recordings.get(0);
    for (Recording other : recordings) {
      if (other.frames() instanceof FeatureFrames != first.frames() instanceof FeatureFrames) {
        throw new UserError(
            "one of %s and %s has pictures, the other features; all recordings must have the same"
                .formatted(first.origin(), other.origin()));
      }
    }
    return recordings;
  }

  private List<Recording> any(Path place, boolean labelled) {
    if (Files.isDirectory(place)) {
      return new RecordingFolder(place, files, labelled).read();
    }
    if (!TableFormat.isTable(place)) {
      return List.of(video(place, labelled));
    }
    List<Recording> recordings =
        RecordingList.isList(place, files.data())
            ? new RecordingList(place, files, labelled).read()
            : FrameTable.read(place, files, labelled);
    if (recordings.isEmpty()) {
      throw new UserError(place + ": no rows");
    }
    return recordings;
  }

  private Recording video(Path file, boolean labelled) {
    if (!Files.exists(file)) {
      throw new UserError(
          "%s: there is no such file or folder below %s; check the path"
              .formatted(file, Path.of("").toAbsolutePath()));
    }
    String name = NamedPlace.name(FolderFiles.folderOf(file), file);
    return new RecordingOpener(files, labelled)
        .open(file, name, Map.of(), Optional.empty(), Origin.file(file));
  }
}
