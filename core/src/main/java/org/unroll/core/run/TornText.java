package org.unroll.core.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what is left of a run that may have been killed while it wrote. */
public final class TornText {
  private TornText() {}

  /** The text of a file, empty if it is missing. Not readString: it fails on a torn character. */
  public static String of(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
        : "";
  }
}
