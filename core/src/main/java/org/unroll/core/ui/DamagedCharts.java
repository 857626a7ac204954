package org.unroll.core.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.unroll.core.UserError;

/**
 * A {@code stats.dl4j} that cannot be read, such as one that a full disk cut off. The charts are
 * lost, nothing else: no number of a run depends on them.
 */
public final class DamagedCharts extends UserError {
  private static final String ASIDE = ".damaged";

  private final transient Path file;

  DamagedCharts(Path file, Throwable cause) {
    super(
        file
            + " cannot be read as stored charts. Delete it and its .wal files (the charts so far"
            + " are lost, nothing else) and start again.",
        cause);
    this.file = file;
  }

  /**
   * Renames the file and its logs, so that new charts can begin.
   *
   * @return the file's new name
   */
  public Path moveAside() throws IOException {
    String name = file.getFileName().toString();
    try (Stream<Path> siblings = Files.list(file.toAbsolutePath().getParent())) {
      List<Path> parts =
          siblings
              .filter(path -> path.getFileName().toString().startsWith(name))
              .filter(path -> !path.toString().endsWith(ASIDE))
              .toList();
      for (Path part : parts) {
        Files.move(
            part,
            part.resolveSibling(part.getFileName() + ASIDE),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return file.resolveSibling(name + ASIDE);
  }
}
