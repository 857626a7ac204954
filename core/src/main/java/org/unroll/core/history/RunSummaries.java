package org.unroll.core.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.unroll.core.run.RunDirectory;

/**
 * Reads the summaries of runs; those of finished ones are kept, for who asks again and again.
 * Thread-safe.
 */
public final class RunSummaries {
  /** Of a finished run; its files are replaced, which the time of the directory shows. */
  private record Kept(Path directory, FileTime changed, RunSummary summary) {}

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /**
   * A summary of each, the newest first; a part of a run stands below it.
   *
   * @param runs path, as {@link StoredRuns#find} names it, to directory
   * @param live paths of those that this process trains itself
   */
  public List<RunSummary> of(Map<String, Path> runs, List<String> live) {
    List<String> paths = new ArrayList<>(runs.keySet());
    paths.sort(Comparator.naturalOrder()); // a parent before its parts
    Map<String, RunSummary> read = new LinkedHashMap<>();
    for (String path : paths) {
      int slash = path.lastIndexOf('/');
      boolean parentTrains =
          slash > 0
              && read.containsKey(path.substring(0, slash))
              && read.get(path.substring(0, slash)).state() == RunState.TRAINING;
      read.put(path, read(path, runs.get(path), live.contains(path), parentTrains));
    }
    return ordered(read);
  }

  private RunSummary read(String path, Path directory, boolean live, boolean parentTrains) {
    FileTime changed = changed(directory); // before the reading: what comes after shows next time
    Kept known = kept.get(path);
    if (known != null && known.directory.equals(directory) && known.changed.equals(changed)) {
      return known.summary;
    }
    StoredRun run = new StoredRun(new RunDirectory(directory));
    RunSummary summary = run.summary(path, live, parentTrains);
    if (run.settled()) {
      kept.put(path, new Kept(directory, changed, summary));
    } else {
      kept.remove(path);
    }
    return summary;
  }

  private static FileTime changed(Path directory) {
    try {
      return Files.getLastModifiedTime(directory);
    } catch (IOException e) {
      return FileTime.fromMillis(-1); // deleted just now
    }
  }

  private static List<RunSummary> ordered(Map<String, RunSummary> read) {
    Map<String, String> begun = new HashMap<>();
    read.values().forEach(each -> begun.merge(each.top(), each.begun(), RunSummaries::earlier));
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
}
