package org.unroll.datasets.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.PlainTextFile;

/** Files, and folders of files, as one text. */
public record StreamFiles(Charset charset, Units units) {

  /**
   * Files as they are, and of a folder all visible ones below it.
   *
   * @throws UserError if a folder has none
   */
  public static List<Path> in(List<Path> places) {
    List<Path> files = new ArrayList<>();
    for (Path place : places) {
      List<Path> found = Files.isDirectory(place) ? FolderFiles.below(place) : List.of(place);
      if (found.isEmpty()) {
        throw new UserError(place + ": the folder holds no files, hidden ones aside");
      }
      files.addAll(found);
    }
    return files;
  }

  /**
   * One after the other.
   *
   * @throws UserError if one is no text, unless bytes are read
   */
  public CharSequence text(List<Path> places) {
    StoredText.Builder text = new StoredText.Builder();
    for (Path place : places) {
      for (Path file : in(List.of(place))) {
        if (Files.isDirectory(place)) {
          addInside(place, file, text);
        } else {
          add(file, text);
        }
      }
    }
    return text.build();
  }

  private void addInside(Path folder, Path file, Writer text) {
    try {
      add(file, text);
    } catch (UserError e) {
      throw new UserError(
          "%s Of the folder %s/ all files are read that are not hidden: name files or patterns in its place, or set text.units: byte."
              .formatted(e.getMessage(), folder),
          e);
    }
  }

  private void add(Path file, Writer text) {
    try {
      if (units == Units.BYTE) {
        try (InputStream bytes = PlainTextFile.bytes(file)) {
          new InputStreamReader(bytes, StandardCharsets.ISO_8859_1).transferTo(text);
        }
      } else {
        PlainTextFile.require(file, charset);
        PlainTextFile.copy(file, charset, text);
      }
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }
}
