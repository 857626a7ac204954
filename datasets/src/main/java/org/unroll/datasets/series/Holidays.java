package org.unroll.datasets.series;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.unroll.core.UserError;
import org.unroll.core.data.LineReader;
import org.unroll.datasets.table.PlainTextFile;

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
  public static Holidays read(Optional<String> file, Consumer<String> notices) {
    if (file.isEmpty()) {
      return NONE;
    }
    Path path = PlainTextFile.path("series.holidays", file.get());
    PlainTextFile.require(path).ifPresent(notices);
    Set<LocalDate> days = new HashSet<>();
    try (LineReader lines = PlainTextFile.lines(path)) {
      for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
        String line = next.get().strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          days.add(day(line, path + ":" + lines.number()));
        }
      }
    } catch (IOException e) {
      throw PlainTextFile.unreadable(path, e);
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
