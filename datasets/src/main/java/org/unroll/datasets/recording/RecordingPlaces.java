package org.unroll.datasets.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.TableFormat;
import org.unroll.datasets.video.FootageLook;

/**
 * Where recordings are, of which no config says more: videos and folders of pictures, or tables.
 *
 * @param footage videos and folders of pictures
 * @param tables those of a folder without footage, or the ones that were named
 */
public record RecordingPlaces(List<Path> footage, List<Path> tables) {
  /** In folders, and of files by their names. */
  public static RecordingPlaces of(List<Path> places) {
    List<Path> footage = new ArrayList<>();
    List<Path> tables = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        List<Path> inside = RecordingFolder.footage(place);
        footage.addAll(inside);
        FolderFiles.visible(place).stream()
            .filter(file -> inside.isEmpty() && TableFormat.isTable(file))
            .forEach(tables::add);
      } else if (TableFormat.isTable(place)) {
        tables.add(place);
      } else if (RecordingFolder.isRecording(place)) {
        footage.add(place);
      }
    }
    return new RecordingPlaces(footage, tables);
  }

  /** The label files of recordings, in their order; those without one are left out. */
  public static List<Path> labels(List<Path> recordings) {
    return recordings.stream().map(LabelPlaces::of).flatMap(Optional::stream).toList();
  }

  /**
   * @throws UserError if one has no label file
   */
  public static void requireLabels(List<Path> recordings) {
    for (Path place : recordings) {
      if (LabelPlaces.of(place).isEmpty()) {
        throw new UserError(place + ": no labels; " + LabelPlaces.expected(place));
      }
    }
  }

  /** A file that a cell of a table names. */
  static Optional<Path> named(Path table, String cell) {
    return NamedPlace.find(FolderFiles.folderOf(table), cell);
  }

  /**
   * What videos and folders say of themselves.
   *
   * @throws UserError if one cannot be read
   */
  public static List<FootageLook> looks(List<Path> footage) {
    List<FootageLook> looks = new ArrayList<>();
    for (Path place : footage) {
      try {
        looks.add(FootageLook.of(place));
      } catch (BadCell e) {
        throw new UserError(place + ": " + e.getMessage(), e);
      }
    }
    return looks;
  }
}
