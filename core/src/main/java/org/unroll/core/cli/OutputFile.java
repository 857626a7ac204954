package org.unroll.core.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.unroll.core.UserError;

/** A file that an option names to be written, checked before the work that fills it. */
public final class OutputFile {
  private OutputFile() {}

  /**
   * An existing file is replaced, unless it is one that the command reads.
   *
   * @param option for messages, such as {@code --out}
   * @param read files that may be there or not
   * @throws UserError if it is read, is no file, or would lie in no folder
   */
  public static void require(String option, Path file, List<Path> read) {
    if (Files.isDirectory(file)) {
      throw new UserError(option + " " + file + ": is a folder; name a file in it");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new UserError(option + " " + file + ": is a pipe or a device; name a file");
    }
    Path parent = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(parent)) {
      throw new UserError(
          option + " " + file + ": there is no folder " + parent + "; make it first");
    }
    for (Path each : read) {
      if (same(file, each)) {
        throw new UserError(
            "%s %s: is %s, which this command reads; choose another name"
                .formatted(option, file, each));
      }
    }
  }

  /**
   * @throws UserError if the file is there, unless it may be written over
   */
  static void requireNew(String option, Path file, boolean force) {
    if (!force && Files.isRegularFile(file)) {
      throw new UserError(
          "%s %s: is there already; choose another name, or write over it with --force"
              .formatted(option, file));
    }
  }

  /**
   * The same of a page. What is not called as one may be a table that was meant to be read.
   *
   * @throws UserError also if its name does not end in .html, or it is there and may not be written
   *     over
   */
  static void requirePage(String option, Path file, List<Path> read, boolean force) {
    if (!file.toString().endsWith(".html")) {
      throw new UserError(option + " " + file + ": expected a name that ends in .html");
    }
    require(option, file, read);
    requireNew(option, file, force);
  }

  /** Also by another name: through a link, or as a hard link. */
  private static boolean same(Path file, Path read) {
    try {
      return Files.exists(file) && Files.exists(read) && Files.isSameFile(file, read);
    } catch (IOException e) {
      throw new UserError("cannot read " + read + ": " + e.getMessage() + "; check it", e);
    }
  }
}
