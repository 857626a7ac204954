package org.unroll.datasets.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;

/**
 * Pictures in a folder for each class: {@code train/<class>/<any name>}. Files and folders whose
 * name begins with a dot are left out; whatever else is no picture is a bad row. Immutable and
 * thread-safe.
 *
 * @param tables how many may be bad
 */
public record PictureFolders(PictureDecoder decoder, Tables tables) {
  /** What became of a file: one of the two is there. */
  private record Read(LabelledPicture picture, BadRow bad) {}

  /**
   * Reads all pictures of a part, on as many threads as Java has for such work. They come in the
   * order of their names, whatever order the disk has.
   *
   * @param folder of the folders of the classes
   * @throws UserError if it is not there, has no picture, or too many are bad
   */
  public TableRows<LabelledPicture> read(Path folder) {
    List<Path> files = files(folder);
    List<Read> read =
        IntStream.range(0, files.size())
            .parallel()
            .mapToObj(i -> read(folder, files.get(i)))
            .toList();
    List<LabelledPicture> pictures = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    for (Read each : read) {
      if (each.bad() == null) {
        pictures.add(each.picture());
      } else {
        bad.add(each.bad());
      }
    }
    TableRows<LabelledPicture> rows = new TableRows<>(pictures, bad, files.size(), List.of());
    tables.requireFewBad(folder.toString(), rows);
    return rows;
  }

  private Read read(Path folder, Path file) {
    Origin origin = Origin.file(file);
    try {
      Path inside = folder.relativize(file);
      if (inside.getNameCount() < 2) {
        throw new BadCell("stands in no folder of a class");
      }
      Picture picture = decoder.read(file);
      return new Read(new LabelledPicture(picture, inside.getName(0).toString(), origin), null);
    } catch (BadCell e) {
      return new Read(null, new BadRow(origin, e.getMessage()));
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          folder + ": is no folder; expected one with a folder of pictures for each class");
    }
    try (Stream<Path> below = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files =
          below.filter(Files::isRegularFile).filter(file -> isSeen(folder, file)).sorted().toList();
      if (files.isEmpty()) {
        throw new UserError(folder + ": no pictures; expected a folder of them for each class");
      }
      return files;
    } catch (IOException e) {
      throw PlainTextFile.unreadable(folder, e);
    } catch (UncheckedIOException e) {
      throw PlainTextFile.unreadable(folder, e.getCause());
    }
  }

  private static boolean isSeen(Path folder, Path file) {
    for (Path name : folder.relativize(file)) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
