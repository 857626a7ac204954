package org.unroll.apps.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Forty texts of two classes, for trainings of seconds. */
final class LabelledTexts {
  private LabelledTexts() {}

  /** Returns the file. */
  static Path in(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("text,label\n");
    for (int i = 0; i < 40; i++) {
      rows.append(i % 3 == 0 ? "good cast" : "dull plot").append(" number ").append(i % 7);
      rows.append(" of them all and more".repeat(4)).append(i % 3 == 0 ? ",good\n" : ",bad\n");
    }
    return Files.writeString(folder.resolve("texts.csv"), rows);
  }
}
