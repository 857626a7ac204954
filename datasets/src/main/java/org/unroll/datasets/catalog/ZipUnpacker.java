package org.unroll.datasets.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.unroll.core.config.UserError;

/**
 * Takes single members out of a zip archive that may be hostile. Members go to paths the caller
 * names, never to those the archive names; an archive with a name that points outside is refused
 * whole, as nobody makes one by accident.
 *
 * @param entries most members an archive may have
 * @param bytes most bytes the wanted members may unpack to, together; counted while unpacking, as
 *     the sizes in the archive may lie
 */
record ZipUnpacker(int entries, long bytes) {
  static final ZipUnpacker DEFAULT = new ZipUnpacker(200_000, 16L << 30);

  /**
   * @param source what to call the archive in messages, its address
   * @param members member name to the path it is written to
   * @throws UserError if the archive is damaged, hostile or lacks a member
   */
  void unpack(Path archive, String source, Map<String, Path> members) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      check(zip, source);
      long left = bytes;
      for (Map.Entry<String, Path> member : members.entrySet()) {
        ZipEntry entry = zip.getEntry(member.getKey());
        if (entry == null || entry.isDirectory()) {
          throw new UserError(
              "%s has no member %s; its publisher has changed it. Tell the maintainers of the catalogue."
                  .formatted(source, member.getKey()));
        }
        left -= write(zip, entry, member.getValue(), left, source);
      }
    } catch (ZipException e) {
      throw new UserError(
          "%s is not a whole zip archive (%s). Fetch it again.".formatted(source, e.getMessage()),
          e);
    }
  }

  private void check(ZipFile zip, String source) {
    if (zip.size() > entries) {
      throw new UserError(
          "%s has %,d members, more than the %,d allowed; nothing was unpacked."
              .formatted(source, zip.size(), entries));
    }
    zip.stream()
        .map(ZipEntry::getName)
        .filter(
            name ->
                !SafePath.isSafe(name.endsWith("/") ? name.substring(0, name.length() - 1) : name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new UserError(
                  "%s has a member '%s' that points outside its folder; nothing was unpacked."
                      .formatted(source, name));
            });
  }

  private long write(ZipFile zip, ZipEntry entry, Path target, long left, String source)
      throws IOException {
    long written = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        written += read;
        if (written > left) {
          throw new UserError(
              "%s unpacks to more than the %,d bytes allowed; it was not used."
                  .formatted(source, bytes));
        }
        out.write(buffer, 0, read);
      }
    }
    return written;
  }
}
