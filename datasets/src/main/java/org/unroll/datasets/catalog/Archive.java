package org.unroll.datasets.catalog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.ChecksumVerifyingInputStream;
import org.unroll.core.UserError;

/**
 * A zip or tar.gz that may be hostile. One with a name that points outside, a link, too many
 * members or too many bytes is refused, as nobody makes one by accident; a zip before anything of
 * it is read, a tar, which has no table of contents, when the member comes.
 *
 * @param file ends in {@code .zip}, {@code .tar.gz} or {@code .tgz}
 * @param source what to call it in messages, its address
 */
public record Archive(Path file, String source, ArchiveLimits limits) {
  /** Takes a member. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param name with {@code /}, safe to resolve in a folder
     * @param content to be read before this returns; need not be closed
     */
    void visit(String name, InputStream content) throws IOException;
  }

  /** An archive within the usual limits. */
  public static Archive of(Path file, String source) {
    return new Archive(file, source, ArchiveLimits.DEFAULT);
  }

  /**
   * Visits the wanted files in the order of the archive.
   *
   * @throws UserError if the archive is damaged or hostile
   * @throws IOException as the visitor throws
   */
  public void read(Predicate<String> wanted, Visitor visitor) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".zip")) {
      readZip(wanted, visitor);
    } else if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
      readTar(wanted, visitor);
    } else {
      throw new UserError(source + " is no archive; its name must end in .zip, .tar.gz or .tgz.");
    }
  }

  private void readZip(Predicate<String> wanted, Visitor visitor) throws IOException {
    try (ZipFile zip = openZip()) {
      List<ZipArchiveEntry> members = Collections.list(zip.getEntries());
      requireFew(members.size());
      for (ZipArchiveEntry member : members) {
        requireSafe(member.getName(), member.isUnixSymlink());
      }
      MeasuredStream.Budget budget = new MeasuredStream.Budget(limits.bytes());
      for (ZipArchiveEntry member : members) {
        if (!member.isDirectory() && wanted.test(member.getName())) {
          visitor.visit(member.getName(), new MeasuredStream(content(zip, member), this, budget));
        }
      }
    }
  }

  private ZipFile openZip() {
    try {
      return ZipFile.builder().setPath(file).get();
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  /** With its checksum verified, which the library leaves to its users. */
  private InputStream content(ZipFile zip, ZipArchiveEntry member) {
    try {
      return new ChecksumVerifyingInputStream(
          new CRC32(), zip.getInputStream(member), member.getSize(), member.getCrc());
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private void readTar(Predicate<String> wanted, Visitor visitor) throws IOException {
    MeasuredStream.Budget budget = new MeasuredStream.Budget(limits.bytes());
    MeasuredStream.Budget counted = new MeasuredStream.Budget(Long.MAX_VALUE); // below the tar
    int members = 0;
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new MeasuredStream(unzipped(packed), this, budget))) {
      for (TarArchiveEntry member = next(tar); member != null; member = next(tar)) {
        requireFew(++members);
        String name =
            member.getName().startsWith("./") ? member.getName().substring(2) : member.getName();
        if (!name.isEmpty()) { // the folder ./ itself
          requireSafe(name, isSpecial(member));
          if (member.isFile() && wanted.test(name)) {
            visitor.visit(name, new MeasuredStream(tar, this, counted));
          }
        }
      }
    }
  }

  /** Asked for by name: {@code isFile} of a link is true. */
  private static boolean isSpecial(TarArchiveEntry member) {
    return member.isSymbolicLink()
        || member.isLink()
        || member.isCharacterDevice()
        || member.isBlockDevice()
        || member.isFIFO();
  }

  private InputStream unzipped(InputStream packed) {
    try {
      return new GZIPInputStream(packed, 1 << 16);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private TarArchiveEntry next(TarArchiveInputStream tar) {
    try {
      return tar.getNextEntry();
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  private void requireFew(int members) {
    if (members > limits.members()) {
      throw new UserError(
          "%s has %,d members or more, %,d are allowed; it was not used."
              .formatted(source, members, limits.members()));
    }
  }

  private void requireSafe(String name, boolean special) {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    if (!SafePath.isSafe(path)) {
      throw new UserError(
          "%s has a member '%s' that points outside its folder; it was not used."
              .formatted(source, name));
    }
    if (special) {
      throw new UserError(
          "%s has a member '%s' that is a link or a device; it was not used."
              .formatted(source, name));
    }
  }

  UserError damaged(Exception e) {
    return new UserError(
        "%s is not a whole archive (%s). Fetch it again.".formatted(source, e.getMessage()), e);
  }
}
