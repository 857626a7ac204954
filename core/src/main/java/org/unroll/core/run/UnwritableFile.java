package org.unroll.core.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.unroll.core.UserError;

/** A file or folder that the system refused to write: the disk is full, no permission, … */
public final class UnwritableFile extends UserError {
  public UnwritableFile(Path file, IOException cause) {
    super(
        "cannot write "
            + file
            + ": "
            + (isFull(cause)
                ? "the disk is full; free some space"
                : reason(cause) + "; check the path and its permissions"),
        cause);
  }

  /** True if no space (or quota) is left; Java has no exception of its own for that. */
  public static boolean isFull(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("quota exceeded");
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is a file, expected a folder";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
