package org.unroll.core.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unroll.core.run.RunDirectory;

/** All runs below a directory: those of apps, and in them seeds, folds and rows of comparisons. */
public final class StoredRuns {
  private static final List<String> SIGNS =
      List.of("config.yaml", RunDirectory.COMPARISON, "metrics.jsonl", "stats.dl4j", "result.json");

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

  /**
   * A summary of each, the newest first; a part of a run stands below it.
   *
   * @param runs path, as {@link #find} names it, to directory
   * @param live paths of those that this process trains itself
   */
  public static List<RunSummary> summaries(Map<String, Path> runs, List<String> live) {
    List<String> paths = new ArrayList<>(runs.keySet());
    paths.sort(Comparator.naturalOrder()); // a parent before its parts
    Map<String, RunSummary> read = new LinkedHashMap<>();
    for (String path : paths) {
      int slash = path.lastIndexOf('/');
      RunSummary parent = slash < 0 ? null : read.get(path.substring(0, slash));
      boolean inTraining = parent != null && parent.state() == RunState.TRAINING;
      RunDirectory run = new RunDirectory(runs.get(path));
      read.put(path, new StoredRun(run).summary(path, live.contains(path), inTraining));
    }
    return ordered(read);
  }

  private static List<RunSummary> ordered(Map<String, RunSummary> read) {
    Map<String, String> begun = new HashMap<>();
    read.values().forEach(each -> begun.merge(each.top(), each.begun(), StoredRuns::earlier));
    List<RunSummary> ordered = new ArrayList<>(read.values());
    ordered.sort(
        Comparator.comparing((RunSummary each) -> begun.get(each.top()), Comparator.reverseOrder())
            .thenComparing(RunSummary::top)
            .thenComparing(RunSummary::path));
    return List.copyOf(ordered);
  }

  private static String earlier(String a, String b) {
    return a.isEmpty() || !b.isEmpty() && b.compareTo(a) < 0 ? b : a;
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
