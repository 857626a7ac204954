package org.unroll.core.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unroll.core.run.RunDirectory;

/**
 * All runs below a directory: those of apps, and in them seeds, folds, rows of comparisons, trials.
 */
public final class StoredRuns {
  private static final List<String> SIGNS =
      List.of(
          "config.yaml",
          RunDirectory.COMPARISON,
          RunDirectory.SEARCH,
          "metrics.jsonl",
          "stats.dl4j",
          "result.json");

  private StoredRuns() {}

  /** Whether a directory holds anything of a run. */
  public static boolean isRun(Path directory) {
    return SIGNS.stream().anyMatch(sign -> Files.isRegularFile(directory.resolve(sign)));
  }

  /** Path below the root, with slashes, to directory. Links are not followed. */
  public static Map<String, Path> find(Path root) {
    Map<String, Path> found = new LinkedHashMap<>();
    // <app>/, and in it a run, its seeds, their folds
    collect(root, "", RunDirectory.DEPTH + 1, found);
    return found;
  }

  private static void collect(Path parent, String path, int levels, Map<String, Path> found) {
    for (Path directory : directories(parent)) {
      String inner = path + directory.getFileName();
      if (isRun(directory)) {
        found.put(inner, directory);
      }
      if (levels > 1) {
        collect(directory, inner + "/", levels - 1, found);
      }
    }
  }

  private static List<Path> directories(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the runs in " + parent, e);
    }
  }

  /** How a run, or a comparison, was asked for; empty if it cannot be read. */
  public static String command(Path directory) {
    return new StoredRun(new RunDirectory(directory)).command();
  }

  /** The commit of the sources it was trained by; empty if it cannot be read. */
  public static String commit(Path directory) {
    return new StoredRun(new RunDirectory(directory)).commit();
  }
}
