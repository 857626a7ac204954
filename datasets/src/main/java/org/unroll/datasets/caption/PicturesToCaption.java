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
      return read(place, contents, contents.names());
    }
    Path folder = FolderFiles.folderOf(place);
    String name = place.getFileName().toString();
    if (NameIndex.mayBePicture(name)) {
      boolean pattern = !Files.exists(place) && name.matches(".*[*?\\[{].*");
      List<String> names = pattern ? matching(folder, name) : List.of(name);
      return read(place, opening.of(PictureFolder.only(folder, names)), names);
    }
    WrittenCaptions named = reader.read(place, CaptionRowMaker.Wanted.NAMES);
    List<String> names = named.rows().stream().map(CaptionRow::image).distinct().toList();
    return read(place, opening.of(PicturePlace.of(named.beside())), names);
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

  /** The same of those with these names. */
  List<PictureToCaption> read(Path place, NamedContents contents, List<String> names) {
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
    List<ReadContent> read = contents.read(List.copyOf(found.keySet()));
    List<String> called = List.copyOf(found.values());
    for (int i = 0; i < read.size(); i++) {
      String name = called.get(i);
      String reason = read.get(i).reason();
      read.get(i)
          .content()
          .ifPresentOrElse(
              content -> pictures.add(new PictureToCaption(name, content)),
              () -> bad.add(new BadRow(Origin.file(name), reason)));
    }
    return told(place, new TableRows<>(pictures, bad, names.size(), List.of()));
  }

  private List<PictureToCaption> told(Path place, TableRows<PictureToCaption> read) {
    if (read.rows().isEmpty()) {
      throw new UserError(
          read.bad().isEmpty()
              ? place + ": no pictures; expected a picture, a folder or .zip of them, or a list"
              : "%s: no picture can be read: %s".formatted(place, read.badRows()));
    }
    return read.reported(place, access);
  }
}
