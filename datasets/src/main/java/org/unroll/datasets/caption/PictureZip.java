package org.unroll.datasets.caption;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.unroll.core.UserError;
import org.unroll.datasets.image.PictureDecoder;
import org.unroll.datasets.table.BadCell;

/** Pictures in an archive, which is read where it is. */
record PictureZip(Path path, List<String> names, NameIndex index) implements PicturePlace {

  static PictureZip of(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new UserError(path + ": there is no such archive; check the path");
    }
    try (ZipFile zip = new ZipFile(path.toAbsolutePath().toFile())) {
      List<String> names =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .map(ZipEntry::getName)
              .filter(PictureZip::isSeen)
              .sorted()
              .toList();
      return new PictureZip(path, names, new NameIndex(names));
    } catch (IOException | IllegalArgumentException e) { // the latter of names that are no text
      throw damaged(path, e);
    }
  }

  private static boolean isSeen(String name) {
    boolean hidden = name.startsWith(".") || name.contains("/.") || name.startsWith("__MACOSX/");
    return !hidden && NameIndex.mayBePicture(name);
  }

  private static UserError damaged(Path path, Exception e) {
    return new UserError(
        "%s: not a whole zip archive (%s); get it again, or unpack it"
            .formatted(path, e.getMessage()),
        e);
  }

  @Override
  public String find(String name) {
    return index
        .find(name)
        .orElseThrow(() -> new BadCell("there is no picture '%s' in %s".formatted(name, path)));
  }

  @Override
  public Opened open() throws IOException {
    ZipFile zip = new ZipFile(path.toAbsolutePath().toFile());
    return new Opened() {
      @Override
      public byte[] bytes(String found) {
        return PictureZip.bytes(zip, found);
      }

      @Override
      public void close() {
        try {
          zip.close();
        } catch (IOException e) {
          throw damaged(path, e);
        }
      }
    };
  }

  private static byte[] bytes(ZipFile zip, String name) {
    ZipEntry entry = zip.getEntry(name);
    try (InputStream content = zip.getInputStream(entry)) {
      byte[] bytes = PictureDecoder.bytes(content);
      CRC32 sum = new CRC32(); // which Java's ZipFile leaves to its users
      sum.update(bytes);
      if (entry.getCrc() != -1 && sum.getValue() != entry.getCrc()) {
        throw new BadCell("damaged in the archive: its check sum is another; get it again");
      }
      return bytes;
    } catch (IOException e) {
      throw new BadCell("damaged in the archive (%s)".formatted(e.getMessage()));
    }
  }
}
