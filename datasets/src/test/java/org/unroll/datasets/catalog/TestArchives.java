package org.unroll.datasets.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes archives, hostile ones too. */
public final class TestArchives {
  /** A member that is a symbolic link to what follows the prefix. */
  public static final String LINK = "link:";

  private TestArchives() {}

  /** A member with content; a name that begins with {@link #LINK} is a link. */
  public record Member(String name, byte[] content) {}

  public static List<Member> members(List<String> names, int bytes) {
    return names.stream().map(name -> new Member(name, new byte[bytes])).toList();
  }

  public static byte[] zip(Map<String, byte[]> members) throws IOException {
    return zip(
        members.entrySet().stream()
            .map(member -> new Member(member.getKey(), member.getValue()))
            .toList());
  }

  public static byte[] zip(List<Member> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Member member : members) {
        boolean link = member.name().startsWith(LINK);
        ZipArchiveEntry entry = new ZipArchiveEntry(link ? "link" : member.name());
        if (link) {
          entry.setUnixMode(0120777);
        }
        zip.putArchiveEntry(entry);
        zip.write(link ? member.name().substring(LINK.length()).getBytes() : member.content());
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  public static byte[] tarGz(List<Member> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (Member member : members) {
        if (member.name().startsWith(LINK)) {
          TarArchiveEntry entry = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
          entry.setLinkName(member.name().substring(LINK.length()));
          tar.putArchiveEntry(entry);
        } else {
          TarArchiveEntry entry = new TarArchiveEntry(member.name(), true);
          entry.setSize(member.content().length);
          tar.putArchiveEntry(entry);
          tar.write(member.content());
        }
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
