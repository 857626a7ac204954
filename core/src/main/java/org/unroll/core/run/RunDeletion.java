package org.unroll.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unroll.core.UserError;

/**
 * Deletes the directory of a run, a comparison or a search with all that is in it; links in it go,
 * not what they lead to.
 *
 * @param directory absolute
 */
public record RunDeletion(Path directory) {
  /** What tells a run from any directory with a config: the last files to go. */
  private static final List<String> SIGNS =
      List.of(
          "config.yaml",
          "request.json",
          "provenance.json",
          RunDirectory.COMPARISON,
          RunDirectory.SEARCH);

  /**
   * Checks that it may be deleted.
   *
   * @throws UserError if it is no run, or a link, or a process trains in it or in a part of it, or
   *     in what it is a part of
   */
  public static RunDeletion of(Path path) {
    Path directory = path.toAbsolutePath().normalize();
    if (Files.isSymbolicLink(directory)) {
      throw new UserError(path + " is a link: delete what it leads to by its own path");
    }
    if (!isRun(directory)) {
      throw new UserError(
          path
              + " is no run: expected a directory with a config.yaml and a request.json or"
              + " provenance.json, or with a comparison.json or search.json; nothing was deleted");
    }
    requireIdle(directory);
    return new RunDeletion(directory);
  }

  private static boolean isRun(Path directory) {
    boolean config = has(directory, "config.yaml");
    return has(directory, RunDirectory.COMPARISON)
        || has(directory, RunDirectory.SEARCH)
        || config && (has(directory, "request.json") || has(directory, "provenance.json"));
  }

  private static boolean has(Path directory, String file) {
    return Files.isRegularFile(directory.resolve(file), LinkOption.NOFOLLOW_LINKS);
  }

  private static void requireIdle(Path directory) {
    List<Path> places = new ArrayList<>(tree(directory));
    for (Path above = directory.getParent(); above != null && isRun(above); ) {
      places.add(above);
      above = above.getParent();
    }
    for (Path place : places) {
      if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
          && RunLock.held(new RunDirectory(place))) {
        throw training(place);
      }
    }
  }

  private static UserError training(Path place) {
    return new UserError(
        place + " is training now: stop it first, or wait for its end; nothing was deleted");
  }

  /**
   * Deletes it while nobody else can begin to train in it.
   *
   * @throws UserError if somebody began meanwhile
   * @throws UnwritableFile if the system refuses; what tells the run is deleted last, so that it
   *     can be tried again
   */
  public void run() {
    Path lock = directory.resolve(RunDirectory.LOCK);
    try {
      Optional<Boolean> done =
          LockFile.whileHeld(
              lock,
              () -> {
                deleteAll();
                return true;
              });
      done.orElseThrow(() -> training(directory));
    } catch (IOException e) {
      throw new UnwritableFile(lock, e);
    }
  }

  private void deleteAll() {
    List<Path> files = new ArrayList<>(tree(directory));
    files.sort(Comparator.comparing(this::isSign).thenComparing(Comparator.reverseOrder()));
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UnwritableFile(file, e);
      }
    }
  }

  /** The directory itself goes after its signs. */
  private boolean isSign(Path file) {
    return file.equals(directory)
        || directory.equals(file.getParent()) && SIGNS.contains(file.getFileName().toString());
  }

  private static List<Path> tree(Path directory) {
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.toList();
    } catch (IOException e) {
      throw new UserError("cannot read " + directory + ": " + e, e);
    }
  }
}
