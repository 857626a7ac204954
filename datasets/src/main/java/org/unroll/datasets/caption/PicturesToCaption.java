package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.BadRow;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.TableRows;

/** Finds the pictures that a net is to caption. Those that cannot be read are told. */
record PicturesToCaption(CaptionReader reader, DataAccess access) {
  /** How pictures are read that lie in a folder or archive. */
  interface Opening {
    NamedContents of(PicturePlace place);
  }

  /**
   * All pictures of a folder or a {@code .zip}, those that a pattern such as {@code photos/*.jpg}
   * means, those that a table or a list names, or the one of a file.
   *
   * @throws UserError if none can be read
   */
  List<PictureToCaption> read(Path place, Opening opening) {
    if (Files.isDirectory(place) || PicturePlace.isZip(place)) {
      NamedContents contents = opening.of(PicturePlace.of(place));
      return read(place, contents, contents.names(), true);
    }
    Path folder = FolderFiles.folderOf(place);
    String name = place.getFileName().toString();
    if (NameIndex.mayBePicture(name)) {
      List<String> names = isPattern(place) ? matching(folder, name) : List.of(name);
      NamedContents contents = opening.of(PictureFolder.only(folder, names));
      return read(place, contents, names, true);
    }
    WrittenCaptions named = reader.read(place, CaptionRowMaker.Wanted.NAMES);
    List<String> names = named.rows().stream().map(CaptionRow::image).distinct().toList();
    NamedContents contents = opening.of(PicturePlace.of(named.beside()));
    return read(place, contents, names, true);
  }

  /** Whether it means files whose names are like it. */
  static boolean isPattern(Path place) {
    String name = String.valueOf(place.getFileName());
    return !Files.exists(place) && name.matches(".*[*?\\[{].*");
  }

  private static List<String> matching(Path folder, String pattern) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      found.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException | DirectoryIteratorException e) {
      throw new UserError(folder + ": cannot be listed; check the path", e);
    }
    names.sort(String::compareTo);
    return names;
  }

  /**
   * The same of those with these names.
   *
   * @param byPath whether they are called as whoever is here finds them again, since two folders
   *     may have pictures of one name; otherwise by these names
   */
  List<PictureToCaption> read(
      Path place, NamedContents contents, List<String> names, boolean byPath) {
    Map<String, String> found = new LinkedHashMap<>();
    List<BadRow> bad = new ArrayList<>();
    for (String name : names) {
      try {
        found.putIfAbsent(contents.find(name), name);
      } catch (BadCell e) {
        bad.add(new BadRow(Origin.file(place), e.getMessage()));
      }
    }
    List<PictureToCaption> pictures = new ArrayList<>();
    List<String> there = List.copyOf(found.keySet());
    List<ReadContent> read = contents.read(there);
    for (int i = 0; i < there.size(); i++) {
      String each = there.get(i);
      Optional<PictureContent> content = read.get(i).content();
      if (content.isEmpty()) {
        bad.add(new BadRow(Origin.file(found.get(each)), read.get(i).reason()));
        continue;
      }
      String name = byPath ? contents.path().resolve(each).normalize().toString() : found.get(each);
      pictures.add(new PictureToCaption(name, content.get(), () -> contents.thumbnail(each)));
    }
    boolean alone = names.size() == 1 && place.endsWith(names.get(0));
    return told(place, alone, new TableRows<>(pictures, bad, names.size(), List.of(), "pictures"));
  }

  /**
   * @param alone whether the place is one picture
   */
  private List<PictureToCaption> told(Path place, boolean alone, TableRows<PictureToCaption> read) {
    if (read.rows().isEmpty()) {
      throw new UserError(
          read.bad().isEmpty()
              ? place + ": no pictures; expected a picture, a folder or .zip of them, or a list"
              : "%s: %s"
                  .formatted(
                      place,
                      alone
                          ? read.bad().get(0).reason()
                          : "no picture can be read: " + read.badRows()));
    }
    return read.reported(place, access);
  }
}
