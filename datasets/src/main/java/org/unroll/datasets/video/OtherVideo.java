package org.unroll.datasets.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names what a file is that does not open as a video. */
final class OtherVideo {
  private static final String READ =
      "expected a video (mp4, mov, mkv, webm, avi, wmv, flv, mpg, ts, ogv, gif)";
  private static final int LOOKED_AT = 16;

  private OtherVideo() {}

  static String name(Path file) {
    if (Files.isDirectory(file)) {
      return "is a folder; " + READ;
    }
    if (!Files.exists(file)) {
      return "there is no such file";
    }
    if (!Files.isRegularFile(file)) {
      return "is a pipe or a device; " + READ;
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return name(new String(bytes.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return "cannot be read (%s)".formatted(e.getClass().getSimpleName());
    }
  }

  private static String name(String start) {
    if (start.isEmpty()) {
      return "an empty file; " + READ;
    }
    if (start.startsWith("ftyp", 4) || start.startsWith("mdat", 4) || start.startsWith("wide", 4)) {
      return "an MP4 or MOV whose index (moov) is missing or damaged, mostly since its end was cut off; get it again";
    }
    boolean avi = start.startsWith("RIFF") && start.startsWith("AVI ", 8);
    if (avi || start.startsWith("\u001AE\u00DF\u00A3") || start.startsWith("OggS")) {
      return "a video whose beginning is cut off or damaged; get it again";
    }
    return "no video that is read, or a damaged one; " + READ;
  }
}
