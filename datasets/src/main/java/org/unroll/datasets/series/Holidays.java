package org.unroll.datasets.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.config.UserError;
import org.unroll.datasets.text.PlainTextFile;

/** Days that are not as other days of their weekday. */
public record Holidays(Set<LocalDate> days) {
  /** None. */
  static final Holidays NONE = new Holidays(Set.of());

  public Holidays {
    days = Set.copyOf(days);
  }

  /**
   * Reads a file with a date ({@code 2024-12-25}) a line; what follows a comma or a space is not
   * read, nor are lines that start with {@code #}.
   */
  static Holidays read(Optional<String> file) {
    if (file.isEmpty()) {
      return NONE;
    }
    Path path = PlainTextFile.path("series.holidays", file.get());
    PlainTextFile.require(path);
    Set<LocalDate> days = new HashSet<>();
    try {
      List<String> lines = Files.readAllLines(path);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).replace("\uFEFF", "").strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          days.add(day(line, path + ":" + (i + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Holidays(days);
  }

  private static LocalDate day(String line, String place) {
    String date = line.split("[,;\\s]")[0];
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new UserError(place + ": '" + date + "' is no date; expected such as 2024-12-25", e);
    }
  }
}
