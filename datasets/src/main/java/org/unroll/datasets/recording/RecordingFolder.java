package org.unroll.datasets.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Progress.Work;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.TableFormat;

/**
 * Reads a folder: each video and each folder of pictures in it is a recording; if it has none, each
 * table is one of features, and if it has pictures alone, it is one itself. Names that begin with a
 * dot are left out.
 */
record RecordingFolder(Path folder, FrameFiles files, boolean labelled) {
  private static final Set<String> VIDEOS =
      Set.of(
          "mp4", "m4v", "mov", "avi", "webm", "mkv", "mpg", "mpeg", "wmv", "flv", "3gp", "ogv",
          "ts", "mts", "mjpeg", "mjpg", "gif");

  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "bmp", "webp");

  /** In the order of their names. */
  List<Recording> read() {
    List<Path> recordings = footage(folder);
    if (recordings.equals(List.of(folder))) {
      Path place = folder.toAbsolutePath().normalize();
      return List.of(open(place, place.getFileName().toString()));
    }
    if (recordings.isEmpty()) {
      return tables(FolderFiles.visible(folder));
    }
    RecordingNames names = new RecordingNames();
    recordings.forEach(place -> names.add(NamedPlace.name(folder, place), Origin.file(place)));
    files.pictures().prepare(recordings);
    return recordings.stream().map(place -> open(place, NamedPlace.name(folder, place))).toList();
  }

  /** The videos and folders of pictures in it, or itself if it is such a folder. */
  static List<Path> footage(Path folder) {
    List<Path> all = FolderFiles.visible(folder);
    List<Path> recordings = new ArrayList<>(all);
    recordings.removeIf(place -> !isRecording(place));
    boolean itself = recordings.isEmpty() && all.stream().anyMatch(place -> has(place, PICTURES));
    return itself ? List.of(folder) : recordings;
  }

  private Recording open(Path place, String name) {
    return new RecordingOpener(files, labelled)
        .open(place, name, Map.of(), Optional.empty(), Origin.file(place));
  }

  private List<Recording> tables(List<Path> all) {
    RecordingNames names = new RecordingNames();
    List<Recording> recordings = new ArrayList<>();
    try (Work work = files.begin(all.size())) {
      for (Path place : all) {
        if (TableFormat.isTable(place)) {
          recordings.addAll(FrameTable.read(place, files, labelled));
        }
        work.advance(1);
      }
    }
    if (recordings.isEmpty()) {
      throw new UserError(
          folder + ": nothing to read; expected videos, folders of pictures, or tables of frames");
    }
    recordings.forEach(recording -> names.add(recording.name(), recording.origin()));
    return recordings;
  }

  /** By its name. */
  static boolean isRecording(Path place) {
    return Files.isDirectory(place)
        ? !place.getFileName().toString().equals(LabelPlaces.FOLDER)
        : has(place, VIDEOS);
  }

  private static boolean has(Path place, Set<String> endings) {
    String name = place.getFileName().toString();
    return endings.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
