package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.datasets.image.PictureLook;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.PlainTextFile;

/**
 * Where the pictures of captions are, and how large some of them.
 *
 * @param place a folder or an archive
 */
public record PicturesLook(Path place, List<PictureLook> some) {
  private static final int LOOKED_AT = 20;

  /**
   * @param names of pictures
   * @param places in which they may be, in this order
   * @throws UserError if they are in none, or cannot be read
   */
  public static PicturesLook of(List<String> names, List<Path> places) {
    List<String> reasons = new ArrayList<>();
    for (Path place : places) {
      Optional<PicturesLook> found = look(names, place, reasons);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new UserError(
        "the pictures of the captions are not found: %s; name their folder, or a .zip of them, too"
            .formatted(String.join("; ", reasons)));
  }

  private static Optional<PicturesLook> look(List<String> names, Path place, List<String> reasons) {
    PicturePlace pictures = PicturePlace.of(place);
    List<PictureLook> some = new ArrayList<>();
    Optional<String> reason = Optional.empty();
    try (PicturePlace.Opened opened = pictures.open()) {
      for (String name : names.subList(0, Math.min(LOOKED_AT, names.size()))) {
        try {
          some.add(PictureLook.of(opened.bytes(pictures.find(name))));
        } catch (BadCell e) {
          reason = reason.or(() -> Optional.of(e.getMessage()));
        }
      }
    } catch (IOException e) {
      throw PlainTextFile.unreadable(place, e);
    }
    if (some.isEmpty()) {
      reasons.add(reason.orElse("there is none in " + place));
      return Optional.empty();
    }
    return Optional.of(new PicturesLook(place, some));
  }

  /** The smallest of some, which all can be brought to. */
  public PictureLook smallest() {
    PictureLook smallest = some.get(0);
    for (PictureLook each : some) {
      boolean smaller =
          Math.min(each.width(), each.height()) < Math.min(smallest.width(), smallest.height());
      smallest = smaller ? each : smallest;
    }
    return smallest;
  }
}
