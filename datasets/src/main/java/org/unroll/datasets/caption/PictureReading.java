package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress.Work;
import org.unroll.datasets.image.PictureDecoder;
import org.unroll.datasets.image.PictureThumbnail;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.PlainTextFile;

/**
 * Decodes picture files, each once, on as many threads as Java has for such work.
 *
 * @param access told that it takes long, and how it goes on
 */
record PictureReading(PicturePlace place, PictureDecoder decoder, DataAccess access)
    implements NamedContents {
  /** Fewer take a second or two. */
  private static final int MANY = 3_000;

  @Override
  public Path path() {
    return place.path();
  }

  @Override
  public String find(String name) {
    return place.find(name);
  }

  @Override
  public String remedy() {
    return "name their folder or .zip in data.images";
  }

  @Override
  public List<String> names() {
    return place.names();
  }

  @Override
  public List<ReadContent> read(List<String> found) {
    NamedContents.requireRoom(
        found.size(), decoder.size().length(), "choose a smaller picture.size");
    if (found.size() >= MANY) {
      access.notices().accept("decoding %,d pictures of %s".formatted(found.size(), path()));
    }
    try (PicturePlace.Opened opened = place.open();
        Work work = access.progress().begin("reading pictures", found.size())) {
      return IntStream.range(0, found.size())
          .parallel()
          .mapToObj(i -> read(opened, found.get(i), work))
          .toList();
    } catch (IOException e) {
      throw PlainTextFile.unreadable(path(), e);
    }
  }

  @Override
  public String thumbnail(String found) {
    try (PicturePlace.Opened opened = place.open()) {
      return PictureThumbnail.whole(opened.bytes(found));
    } catch (IOException | BadCell e) {
      return ""; // it was there a moment ago; what the net saw of it is shown
    }
  }

  private ReadContent read(PicturePlace.Opened opened, String found, Work work) {
    try {
      byte[] bytes = opened.bytes(found);
      return ReadContent.of(
          new PictureContent.Pixels(decoder.decode(bytes)), DigestUtils.sha256Hex(bytes));
    } catch (BadCell e) {
      return ReadContent.bad(e.getMessage());
    } finally {
      work.advance(1);
    }
  }
}
