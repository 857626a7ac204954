package org.unroll.datasets.caption;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.datasets.image.PictureDecoder;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.FolderFiles;

/**
 * Pictures in a folder and in the folders in it; deeper ones are found by their paths. Names that
 * begin with a dot are left out.
 */
record PictureFolder(Path path, List<String> names, NameIndex index) implements PicturePlace {

  static PictureFolder of(Path path) {
    if (!Files.isDirectory(path)) {
      throw new UserError(path + ": is no folder; expected one of pictures, or a .zip archive");
    }
    List<String> names = new ArrayList<>();
    for (Path place : FolderFiles.visible(path)) {
      if (Files.isRegularFile(place)) {
        names.add(place.getFileName().toString());
      } else if (Files.isDirectory(place) && Files.isReadable(place)) {
        for (Path inside : FolderFiles.visible(place)) {
          if (Files.isRegularFile(inside)) {
            names.add(place.getFileName() + "/" + inside.getFileName());
          }
        }
      }
    }
    names.removeIf(name -> !NameIndex.mayBePicture(name));
    return only(path, names);
  }

  /** Some files of a folder, whatever else is in it. */
  static PictureFolder only(Path path, List<String> names) {
    return new PictureFolder(path, List.copyOf(names), new NameIndex(names));
  }

  @Override
  public String find(String name) {
    return index.find(name).orElseGet(() -> deeper(name));
  }

  private String deeper(String name) {
    try {
      if (Files.isRegularFile(path.resolve(name))) {
        return name;
      }
    } catch (InvalidPathException e) {
      throw new BadCell("'%s' is no path of this system".formatted(name));
    }
    throw new BadCell("there is no picture '%s' in %s".formatted(name, path));
  }

  @Override
  public Opened open() {
    return new Opened() {
      @Override
      public byte[] bytes(String found) {
        return PictureDecoder.bytes(path.resolve(found));
      }

      @Override
      public void close() {}
    };
  }
}
