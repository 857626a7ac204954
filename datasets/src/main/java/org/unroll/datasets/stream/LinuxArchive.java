package org.unroll.datasets.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.UserError;
import org.unroll.datasets.catalog.Archive;

/** The C sources of Linux 1.0 as they were published, one after the other in path order. */
final class LinuxArchive {
  private static final String NAME = "linux-1.0.tar.gz";
  private static final Pattern SOURCE =
      Pattern.compile("(?:\\./)?[^/]+/((?:fs|init|ipc|kernel|lib|mm)/.*\\.c)");

  private LinuxArchive() {}

  /**
   * @param folder of the archive
   */
  static String text(Path folder) {
    Path file = folder.resolve(NAME);
    Map<String, String> sources = new TreeMap<>();
    try {
      Archive.of(file, "it")
          .read(
              name -> SOURCE.matcher(name).matches(),
              (name, content) -> {
                Matcher matcher = SOURCE.matcher(name);
                if (matcher.matches()) {
                  sources.put(
                      matcher.group(1),
                      new String(content.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
              });
    } catch (IOException | UserError e) {
      throw new UserError(file + ": damaged: " + e.getMessage(), e);
    }
    return String.join("", sources.values());
  }
}
