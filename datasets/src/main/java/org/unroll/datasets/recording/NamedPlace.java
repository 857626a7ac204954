package org.unroll.datasets.recording;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;

/** Finds files that the cells of a table name, from the folder of the table. */
final class NamedPlace {
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z]:/|/");

  private NamedPlace() {}

  /**
   * The file or folder. One of another machine, such as {@code C:\drive\IMG\1.jpg}, is looked for
   * by the end of its path: {@code IMG/1.jpg}.
   *
   * @param folder of the table
   */
  static Optional<Path> find(Path folder, String cell) {
    String rest = cell.replace('\\', '/');
    Optional<Path> exact = there(folder, cell).or(() -> there(folder, cell.replace('\\', '/')));
    boolean absolute = ABSOLUTE.matcher(rest).lookingAt();
    for (int slash = rest.indexOf('/');
        absolute && exact.isEmpty() && slash >= 0;
        slash = rest.indexOf('/')) {
      rest = rest.substring(slash + 1);
      exact = there(folder, rest);
    }
    return exact;
  }

  /**
   * @throws UserError if there is none
   */
  static Path require(Path folder, String cell, Origin origin) {
    return find(folder, cell)
        .orElseThrow(
            () ->
                new UserError(
                    "%s: there is no '%s'; paths go from the folder of the table"
                        .formatted(origin, cell)));
  }

  private static Optional<Path> there(Path folder, String name) {
    try {
      return Optional.of(folder.resolve(name))
          .filter(place -> !name.isEmpty() && Files.exists(place));
    } catch (InvalidPathException e) {
      return Optional.empty(); // such as C:/ on a system that knows no drives
    }
  }

  /** What a recording in this place is called: its path in the folder, without its ending. */
  static String name(Path folder, Path place) {
    boolean here = folder.toString().isEmpty();
    Path outside = place.getFileName();
    Path inside = here ? place : place.startsWith(folder) ? folder.relativize(place) : outside;
    String name = inside.toString().replace('\\', '/');
    return Files.isDirectory(place) ? name : withoutEnding(name);
  }

  /** Without {@code .mp4} or {@code .csv.gz}. */
  static String withoutEnding(String name) {
    return name.replaceFirst("(\\.(csv|tsv|jsonl)\\.gz|\\.[^./]*)$", "");
  }
}
